import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../lib/markdown/nodes';
import { createMarkdownStream } from '../../../lib/markdown/markdown-stream';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';
import { cutAt, cuts } from '../../support/markdown/cuts';
import { EXTENSION_EXAMPLES } from '../../support/markdown/extension-examples';
import { COMMONMARK_EXAMPLES, GFM_EXAMPLES } from '../../support/markdown/spec-examples';
import { stream } from './support';

const examples = [...COMMONMARK_EXAMPLES, ...GFM_EXAMPLES, ...EXTENSION_EXAMPLES].map(({ markdown }) => markdown);

/** Lines that interfere with each other in every way block structure knows. */
const line = fc.constantFrom(
  '',
  '',
  '',
  'foo',
  '  bar',
  '    code',
  '- item',
  '  - inner',
  '- [ ] task',
  '- [x] done',
  '-',
  '* star',
  '1. one',
  '2) two',
  '10. ten',
  '> quote',
  '>',
  '> - quoted item',
  '> [ref]: /quoted',
  '```',
  '```js',
  '~~~',
  '  ```',
  '===',
  '---',
  '***',
  '# h',
  '## h ##',
  '| a | b |',
  '|---|---|',
  '| 1 |',
  'a | b',
  '--|--',
  '[ref]: /url',
  '[ref]: /other "t"',
  '[two]:',
  '/there',
  "'title",
  "title'",
  '[ref] and [two][]',
  '![ref]',
  '[b1] 【b2】',
  '[b12]: word',
  '**bold',
  'it* `co',
  '`` de` ``',
  '<div>',
  '<b>x</b>',
  '&amp; \\*',
  'hard  ',
  'back\\',
  '\ttab',
  '-\ttab item',
  '   three',
  '~~gone~~',
  '<http://a.b>',
  '[l](http://x "t")',
  '[l](javascript:x)',
  '😀',
  '$$',
  '$$',
  '  $$',
  '> $$',
  '$$x = 1$$',
  '$$a',
  'b$$',
  '\\[',
  '\\]',
  '$x$ and $5',
  'y$ \\(z\\)',
  '```math',
  '[^1]: note',
  '[^n]:',
  'a[^1] b[^n]',
  '> [!NOTE]',
  'H<sub>2</sub>O<br>x <sup>',
);
const definitionLine = fc.constantFrom(
  '[ref]: /url',
  '[ref]:',
  '[ref',
  'ref]: /url',
  "/url 'title",
  "'title",
  "title'",
  "'t'",
  '===',
  'x',
  '',
  '> [two]: /there',
  "> 'title",
  '- [ref]: /url',
  "  'title",
  '[two] [ref]',
  "    title'",
  '# h',
  '| a |',
  '|---|',
  '```',
  "[ref]: /url 'title",
);
const lines = fc.oneof(fc.array(line, { maxLength: 14 }), fc.array(definitionLine, { maxLength: 10 }));
const lineBreak = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const documents = fc
  .tuple(lines, lineBreak, fc.boolean())
  .map(([all, end, last]) => all.join(end) + (last ? end : ''));

describe('a streamed document', { timeout: 30_000 }, () => {
  it('equals the whole for every example of CommonMark and GFM, one character at a time', () => {
    for (const example of examples) expect(stream([...example])).toEqual(parseMarkdown(example));
  });

  it('equals the whole for examples joined at random and cut anywhere', () => {
    const joined = fc
      .array(fc.constantFrom(...examples), { minLength: 1, maxLength: 6 })
      .map((all) => all.join('\n'));
    fc.assert(
      fc.property(joined, cuts, (text, places) => {
        expect(stream(cutAt(text, places))).toEqual(parseMarkdown(text));
      }),
      { numRuns: 500 },
    );
  });

  it('equals the whole for lines that interfere with each other, cut anywhere', () => {
    fc.assert(
      fc.property(documents, cuts, (text, places) => {
        expect(stream(cutAt(text, places))).toEqual(parseMarkdown(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('equals the whole when it comes character by character', () => {
    fc.assert(
      fc.property(documents, (text) => {
        expect(stream(text.split(''))).toEqual(parseMarkdown(text));
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    "[ref]: /url\n'title\n===\n**bold\ntitle'",
    "[ref]: /url 'title\n===\n[ref]: /url\ntitle'",
    "> [ref]: /url\n'title\n===\nx\ntitle'\n\n[ref]",
    "[ref]: /url\n'title\n\nno title'\n\n[ref]",
  ])('leaves a definition its title, though it looks like other blocks at first: %j', (text) => {
    expect(stream([...text])).toEqual(parseMarkdown(text));
  });

  it('waits for the second half of a character', () => {
    const markdown = createMarkdownStream();
    expect(markdown.append('a\ud83d').tail).toMatchObject([{ children: [{ text: 'a' }] }]);
    expect(markdown.append('\ude00').tail).toMatchObject([{ children: [{ text: 'a😀' }] }]);
    expect(stream(['a\ud83d'])).toEqual(parseMarkdown('a\ud83d'));
  });

  it('shows references as links until the text is over, then as written', () => {
    const markdown = createMarkdownStream();
    const shown = markdown.append(
      'See [the one][1] and [the other][2].\n\n[1]: https://one.example\n\nx\n',
    ).finished;
    expect(shown[0]).toMatchObject({
      children: [{}, { type: 'link', href: 'https://one.example/' }, {}, { type: 'link', pending: true }, {}],
    });
    const { finished } = markdown.finish();
    expect(finished[0]).toMatchObject({ children: [{}, { type: 'link' }, { text: ' and [the other][2].' }] });
  });

  it('takes a CR LF that is cut in two for one line break', () => {
    expect(stream(['a\r', '\nb\r', '\r', 'c'])).toEqual(parseMarkdown('a\r\nb\r\rc'));
  });

  it('keeps every finished block the same object, and its key, from then on', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const markdown = createMarkdownStream();
        let before: readonly Block[] = [];
        for (const character of text) {
          const { finished } = markdown.append(character);
          const now = [...finished];
          if (!text.includes('[')) for (const [index, block] of before.entries()) expect(now[index]).toBe(block);
          expect(now.slice(0, before.length).map(({ key }) => key)).toEqual(before.map(({ key }) => key));
          before = now;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('parses a block again only when a definition it waited for comes', () => {
    const markdown = createMarkdownStream();
    markdown.append('See [one] and [two].\n\nSee [two].\n\nNothing.\n\n');
    const [first, second, third] = markdown.append('x\n\n').finished;
    const { finished } = markdown.append('[one]: https://one.example\n\nend\n\n');
    expect(finished[0]).not.toBe(first);
    expect(finished[0]).toMatchObject({
      key: 0,
      children: [{}, { type: 'link', href: 'https://one.example/' }, {}],
    });
    expect(finished[1]).toBe(second);
    expect(finished[2]).toBe(third);
  });

  it('keeps unchanged parts of its tail the same objects', () => {
    const markdown = createMarkdownStream();
    const [list] = markdown.append('- one\n- two **bold**\n- thr').tail;
    const [grown] = markdown.append('ee\n- four').tail;
    if (list?.type !== 'list' || grown?.type !== 'list') throw new Error('no list');
    expect(grown.items).toHaveLength(4);
    expect(grown.items[0]).toBe(list.items[0]);
    expect(grown.items[1]).toBe(list.items[1]);
  });

  it('hands what was shown of a block on when it is finished', () => {
    const markdown = createMarkdownStream();
    const [shown] = markdown.append('A paragraph.\n\n').tail;
    expect(markdown.append('Next').finished[0]).toBeUndefined();
    expect(markdown.append('\n').finished[0]).toBe(shown);
  });
});
