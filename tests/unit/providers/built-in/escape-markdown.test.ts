import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown } from '../../../../lib/providers/built-in/escape-markdown';
import { renderedQuotes } from '../../../support/ask-reader';

const HOSTILE = [
  '# not a heading',
  '1. not a list\n2) nor this',
  '* - + = : > bullets',
  '---\n===',
  'a\n---\nb',
  '```js\ncode\n```',
  '<img src=x onerror=alert(1)> &amp; &#65;',
  '[b12] [text](https://x.org) ![i](y)',
  'C:\\dir\\*.txt \\',
  'a_b_c **d** ~~e~~ `f` $g$ ^h^',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  '    indented\n\tby tab  \n\n  twice',
  'line\r\nwindows\rmac',
  'https://example.org/a_b*c',
];

/** Text as blocks hold it, from pieces that are special to Markdown. */
const pageText = fc
  .array(
    fc.oneof(fc.constantFrom(...'\\`*_[]<>&~$|^#+-=:!().0123456789 \n\t\r"\''), fc.string({ unit: 'grapheme' })),
  )
  .map((pieces) => pieces.join('').replaceAll('\0', ''))
  .filter((text) => text.trim() === text && text !== '');

describe('escaped page text', () => {
  test.each(HOSTILE.map((text) => text.trim()))('renders as itself: %j', (text) => {
    expect(renderedQuotes(`> ${escapeMarkdown(text, '> ')} [b1]`)).toEqual([{ blockId: 'b1', text }]);
  });

  test('renders as itself whatever it is', () => {
    fc.assert(
      fc.property(pageText, (text) => {
        expect(renderedQuotes(`> ${escapeMarkdown(text, '> ')} [b1]`)).toEqual([{ blockId: 'b1', text }]);
      }),
      { numRuns: 2000 },
    );
  });

  test('stays text under the extensions of Markdown too', () => {
    const full = new MarkdownIt({ html: true, linkify: false, typographer: false });
    for (const text of HOSTILE) {
      const kinds = full
        .parse(escapeMarkdown(text.trim()), {})
        .flatMap(({ type, children }) => children ?? [{ type }]);
      expect(
        new Set(kinds.map(({ type }) => type)).difference(
          new Set(['paragraph_open', 'paragraph_close', 'text', 'hardbreak']),
        ),
      ).toEqual(new Set());
    }
  });
});
