import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';
import { EXTENSION_EXAMPLES } from '../../support/markdown/extension-examples';
import { COMMONMARK_EXAMPLES, GFM_EXAMPLES } from '../../support/markdown/spec-examples';
import { normalizeHtml, toHtml } from './to-html';

const reference = new MarkdownIt('commonmark');
const inert = new MarkdownIt('commonmark', { html: false });

/** An example needs raw HTML if a parser that passes HTML through reads it otherwise than one that doesn't. */
const needsHtml = ({ markdown }: { readonly markdown: string }) =>
  reference.render(markdown) !== inert.render(markdown);
const plain = COMMONMARK_EXAMPLES.filter((example) => !needsHtml(example));
const raw = COMMONMARK_EXAMPLES.filter(needsHtml);

describe('CommonMark 0.31', () => {
  it('has 652 examples, of which 72 need raw HTML', () => {
    expect(COMMONMARK_EXAMPLES).toHaveLength(652);
    expect(raw).toHaveLength(72);
  });

  it.each(plain)('example $number ($section)', ({ markdown, html }) => {
    expect(normalizeHtml(toHtml(parseMarkdown(markdown)))).toBe(normalizeHtml(html));
  });

  it.each(raw)('example $number ($section) shows its HTML as text', ({ markdown }) => {
    expect(normalizeHtml(toHtml(parseMarkdown(markdown)))).toBe(normalizeHtml(inert.render(markdown)));
  });
});

describe('tables, tasks and strikethrough', () => {
  it('have 12 examples in the specification', () => {
    expect(GFM_EXAMPLES).toHaveLength(12);
  });

  it.each(GFM_EXAMPLES)('example $number of the specification ($section)', ({ markdown, html }) => {
    expect(normalizeHtml(toHtml(parseMarkdown(markdown)))).toBe(
      normalizeHtml(html.replaceAll(/(<\/?)del>/g, '$1s>')),
    );
  });

  it.each(EXTENSION_EXAMPLES)('example $number', ({ markdown, html }) => {
    expect(normalizeHtml(toHtml(parseMarkdown(markdown)))).toBe(normalizeHtml(html));
  });
});
