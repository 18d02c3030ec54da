import { describe, expect, it } from 'vitest';
import { createCappedStream } from '../../../lib/markdown/capped-stream';
import type { Block } from '../../../lib/markdown/nodes';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';
import { plainText } from '../../../lib/markdown/plain-text';

/** Generous for a slow machine; what must not happen takes minutes or overflows the stack. */
const LIMIT = 4_000;
const TIMEOUT = 30_000;

const deepList = Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(2 * depth)}- item${depth}`).join('\n');
const ladder = Array.from({ length: 3_000 }, (_, length) => '`'.repeat(length + 1) + ' ').join('') + 'end';
const hostile: readonly (readonly [string, string])[] = [
  ['10,000 nested quotes', '>'.repeat(10_000) + ' end'],
  ['10,000 nested quotes with spaces', '> '.repeat(10_000) + 'end'],
  ['a list 2,000 deep', deepList],
  ['a list 5,000 deep on one line', '- '.repeat(5_000) + 'end'],
  ['a ladder of back-ticks', ladder],
  ['a line of a megabyte', 'word '.repeat(200_000) + 'end'],
  ['a word of a megabyte', 'w'.repeat(1_000_000) + 'end'],
  ['50,000 opening brackets', '['.repeat(50_000) + 'end'],
  ['50,000 brackets and destinations', '[a]('.repeat(50_000) + 'end'],
  ['50,000 opening images', '![a'.repeat(50_000) + 'end'],
  ['50,000 opening emphasis marks', '*a **b '.repeat(25_000) + 'end'],
  ['50,000 nested emphasis marks', '**_'.repeat(20_000) + 'end' + '_**'.repeat(20_000)],
  ['50,000 underscores', '_'.repeat(50_000) + 'end'],
  ['50,000 angle brackets', '<a:'.repeat(50_000) + 'end'],
  ['50,000 entities', '&amp'.repeat(50_000) + ';end'],
  ['20,000 definitions', Array.from({ length: 20_000 }, (_, n) => `[r${n}]: /u`).join('\n') + '\n\nend'],
  ['20,000 unfinished definitions', "[r]: /u 'title\n".repeat(20_000) + 'end'],
  ['20,000 unresolved links', '[x] [y][z] '.repeat(20_000) + 'end'],
  [
    'a table of 200 columns and 500 rows',
    `${'|a'.repeat(200)}|\n${'|-'.repeat(200)}|\n`.concat(`${'|c'.repeat(200)}|\n`.repeat(500)) + '\nend',
  ],
  [
    'a table that is filled up',
    `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n`.concat('|c\n'.repeat(1000)) + '\nend',
  ],
  ['20,000 pipes in the making', '|'.repeat(20_000) + 'end'],
  ['control characters', '\0\u0001\u202e\ud800\udfff'.repeat(10_000) + 'end'],
];

function depthOf(blocks: readonly Block[]): number {
  return blocks.reduce((deepest, block) => {
    if (block.type === 'quote') return Math.max(deepest, 1 + depthOf(block.children));
    if (block.type === 'list') return Math.max(deepest, ...block.items.map((item) => 1 + depthOf(item.children)));
    return deepest;
  }, 0);
}

describe('hostile Markdown', { timeout: TIMEOUT }, () => {
  it.each(hostile)('is parsed in time, to its end: %s', (_name, text) => {
    const start = performance.now();
    const blocks = parseMarkdown(text);
    expect(performance.now() - start).toBeLessThan(LIMIT);
    expect(plainText(blocks)).toMatch(/end|item1999/);
    expect(depthOf(blocks)).toBeLessThanOrEqual(40);
  });

  it.each(hostile)('is streamed in 40 chunks in time, to the same end: %s', (_name, text) => {
    const markdown = createCappedStream();
    const size = Math.ceil(text.length / 40);
    const start = performance.now();
    for (let at = 0; at < text.length; at += size) markdown.append(text.slice(at, at + size));
    const { finished } = markdown.finish();
    expect(performance.now() - start).toBeLessThan(3 * LIMIT);
    expect(finished).toEqual(parseMarkdown(text));
  });

  it('loses no text to the cap on depth', () => {
    const quotes = plainText(parseMarkdown('>'.repeat(100) + ' deep'));
    expect(quotes).toBe('>'.repeat(60) + ' deep');
    const words = Array.from({ length: 60 }, (_, depth) => `${' '.repeat(2 * depth)}- item${depth}`).join('\n');
    const kept = plainText(parseMarkdown(words));
    for (let depth = 0; depth < 60; depth++) expect(kept).toContain(`item${depth}`);
  });

  it('shows what is beyond the cap on length as it was written', () => {
    const text = plainText(parseMarkdown('**a** '.repeat(8_000)));
    expect(text.startsWith('a a a')).toBe(true);
    expect(text.endsWith('**a** **a**')).toBe(true);
  });

  it.each([
    ['list', '- item of a list that goes on\n  and on\n'],
    ['table', '| a | b |\n|---|---|\n' + '| cell | another |\n'.repeat(4_000)],
    ['quote', '> quoted\n'],
    ['paragraph', 'words without end\n'],
    ['fence', '```js\n' + 'let a = 1;\n\n# not a heading\n'.repeat(4_000) + '```\n\n[r]: /u\n\n[r]\n\n'],
  ])('cuts a %s that is too long at the same lines however it comes, and loses nothing', (_name, part) => {
    const text = part.repeat(Math.ceil(160_000 / part.length)) + '\n**end**';
    const whole = parseMarkdown(text);
    expect(plainText(whole).replaceAll(/\W/g, '').length).toBeGreaterThan(
      text.replaceAll(/\W/g, '').length * 0.98,
    );
    for (const size of [3_011, 49_999, 50_001]) {
      const markdown = createCappedStream();
      for (let at = 0; at < text.length; at += size) markdown.append(text.slice(at, at + size));
      expect(markdown.finish().finished).toEqual(whole);
    }
  });

  it('goes on with long fenced code in another box of the same language, and drops no line', () => {
    const code = 'let a = 1;\n\n'.repeat(20_000);
    const blocks = parseMarkdown('```js\n' + code + '```\n\nend');
    const boxes = blocks.filter((block) => block.type === 'code');
    expect(boxes.map(({ language, closed }) => [language, closed])).toEqual([
      ['js', false],
      ['js', false],
      ['js', true],
    ]);
    expect(boxes.map(({ text }) => text).join('')).toBe(code);
    expect(blocks).toHaveLength(4);
    expect(new Set(blocks.map(({ key }) => key)).size).toBe(4);
  });

  it('breaks a line of fenced code that is too long', () => {
    const line = 'x'.repeat(240_000);
    const blocks = parseMarkdown('~~~\n' + line + '\n~~~\n\nend');
    const text = blocks.map((block) => (block.type === 'code' ? block.text : '')).join('');
    expect(text.replaceAll('\n', '')).toBe(line);
    expect(blocks.at(-1)).toMatchObject({ type: 'paragraph', children: [{ text: 'end' }] });
  });
});
