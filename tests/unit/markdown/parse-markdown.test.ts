import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';
import { EXAMPLES, type Example } from './commonmark';
import { GFM_EXAMPLES } from './gfm';
import { normalizeHtml, toHtml } from './to-html';

/** Whether an example passes HTML through, which we show as text. */
function hasRawHtml({ markdown, html, section }: Example): boolean {
  if (section === 'HTML blocks' || section === 'Raw HTML') return true;
  const ours =
    /<\/?(?:p|h[1-6]|blockquote|ul|ol|li|pre|code|em|strong|a|img|br|hr)\b(?: (?:href|src|alt|title|start|class)="[^"]*")*(?: \/)?>/g;
  return /<[a-zA-Z/!?]/.test(html.replaceAll(ours, '')) || markdown.includes('<a href=');
}

const plain = EXAMPLES.filter((example) => !hasRawHtml(example));

describe('CommonMark 0.31', () => {
  it('has the examples this test was written for', () => {
    expect(EXAMPLES).toHaveLength(652);
    expect(plain).toHaveLength(572);
  });

  it.each(plain)('example $number ($section)', ({ markdown, html }) => {
    expect(normalizeHtml(toHtml(parseMarkdown(markdown)))).toBe(normalizeHtml(html));
  });
});

describe('tables, tasks and strikethrough', () => {
  it.each(GFM_EXAMPLES)('example $number', ({ markdown, html }) => {
    expect(normalizeHtml(toHtml(parseMarkdown(markdown)))).toBe(normalizeHtml(html));
  });
});
