import { describe, expect, it } from 'vitest';
import { createMarkdownStream } from '../../../lib/markdown/markdown-stream';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';
import { inlineText } from '../../../lib/markdown/plain-text';
import { splitHidden } from '../../../lib/markdown/split-hidden';

const paragraph = (text: string) => {
  const [block] = parseMarkdown(text);
  if (block?.type !== 'paragraph') throw new Error('no paragraph');
  return block.children;
};

describe('hidden characters in running text', () => {
  it('become nodes of their own, with a label, and leave nothing behind when copied', () => {
    const nodes = paragraph('see invoice\u202Efdp.exe');
    expect(nodes).toEqual([
      { type: 'text', text: 'see invoice' },
      { type: 'hidden', text: '\u202E', label: 'U+202E' },
      { type: 'text', text: 'fdp.exe' },
    ]);
    expect(inlineText(nodes)).toBe('see invoicefdp.exe');
  });

  it.each([
    ['an entity', 'a&#x202e;b'],
    ['emphasis', '*a\u202Eb*'],
    ['a link', '[a\u202Eb](https://a.example)'],
    ['a heading', '# a\u202Eb'],
    ['a cell', '| a\u202Eb |\n|---|'],
    ['an escape', 'a\\\u202Eb'],
    ['what is beyond the cap', `${'word '.repeat(5_000)}\u202Eb`],
  ])('are found in %s', (_place, text) => {
    expect(JSON.stringify(parseMarkdown(text))).toContain('"label":"U+202E"');
  });

  it('costs no copy where nothing is hidden', () => {
    const nodes = paragraph('می‌خواهم **bold** 👩‍🚀');
    expect(splitHidden(nodes)).toBe(nodes);
  });

  it('are the same at the end of a stream that cuts them in two', () => {
    const text = 'a\u{E0049}\u{E0067}\u{E006E}b \u200B\u200B\u200B *c\u202E* می‌خواهم z' + '\u0300'.repeat(20);
    for (const size of [1, 2, 3, 5]) {
      const stream = createMarkdownStream();
      for (let at = 0; at < text.length; at += size) stream.append(text.slice(at, at + size));
      expect(stream.finish().finished).toEqual(parseMarkdown(text));
    }
  });
});
