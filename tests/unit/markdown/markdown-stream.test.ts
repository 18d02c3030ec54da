import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';
import { cutAt, cuts, stream } from './support';

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly number: number;
}

const { tests } = createRequire(import.meta.url)('commonmark-spec') as { tests: readonly Example[] };
const examples = tests.map(({ markdown }) => markdown.replaceAll('→', '\t'));

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

describe('a streamed document', () => {
  it('equals the whole for every CommonMark example, one character at a time', () => {
    expect(examples.length).toBe(652);
    for (const example of examples) expect(stream([...example])).toEqual(parseMarkdown(example));
  });

  it('equals the whole for CommonMark examples joined at random and cut anywhere', () => {
    const joined = fc
      .array(fc.constantFrom(...examples), { minLength: 1, maxLength: 6 })
      .map((all) => all.join('\n'));
    fc.assert(
      fc.property(joined, cuts, (text, places) => {
        expect(stream(cutAt(text, places))).toEqual(parseMarkdown(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('equals the whole for lines that interfere with each other, cut anywhere', () => {
    fc.assert(
      fc.property(documents, cuts, (text, places) => {
        expect(stream(cutAt(text, places))).toEqual(parseMarkdown(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('equals the whole when it comes character by character', () => {
    fc.assert(
      fc.property(documents, (text) => {
        expect(stream(text.split(''))).toEqual(parseMarkdown(text));
      }),
      { numRuns: 1500 },
    );
  });
});
