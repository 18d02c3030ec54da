import { describe, expect, it } from 'vitest';
import { createMarkdownStream } from '../../../../lib/markdown/markdown-stream';
import { parseMarkdown } from '../../../../lib/markdown/parse-markdown';
import { stream } from '../support';
import { normalizeHtml, toHtml } from '../to-html';

const html = (text: string) => normalizeHtml(toHtml(parseMarkdown(text)));

describe('footnotes', () => {
  it.each([
    ['a[^1] b\n\n[^1]: Note', '<p>a<sup>1</sup> b</p><aside data-label="1"><p>Note</p></aside>'],
    ['a[^x]\n\n[^x]: Note', '<p>a<sup>x</sup></p><aside data-label="x"><p>Note</p></aside>'],
    // A number is one without its note; a word in such brackets may be anything.
    ['a[^1] [^x] [^a-z]', '<p>a<sup>1</sup> [^x] [^a-z]</p>'],
    [
      '[^1]: One\n[^2]: Two\ngoes on',
      '<aside data-label="1"><p>One</p></aside>\n<aside data-label="2"><p>Two\ngoes on</p></aside>',
    ],
    ['text\n[^1]: One', '<p>text</p><aside data-label="1"><p>One</p></aside>'],
    [
      '[^1]: One\n\n    - more\n\nafter',
      '<aside data-label="1"><p>One</p><ul><li>more</li></ul></aside><p>after</p>',
    ],
    [
      '- item[^1]\n\n  [^1]: In it',
      '<ul><li><p>item<sup>1</sup></p><aside data-label="1"><p>In it</p></aside></li></ul>',
    ],
    // Neither a citation nor a link is one.
    ['[^b12]: word', '<p><cite>b12</cite>: word</p>'],
    ['[^1](https://a.example)', '<p><a href="https://a.example">^1</a></p>'],
    ['`[^1]` \\[^1]', '<p><code>[^1]</code> [^1]</p>'],
    [
      '[text][^1]\n\n[^1]: https://a.example',
      '<p>[text]<sup>1</sup></p><aside data-label="1"><p>https://a.example</p></aside>',
    ],
  ])('%j', (text, expected) => {
    expect(html(text)).toBe(expected);
    expect(stream([...text])).toEqual(parseMarkdown(text));
  });

  it('are known where they belong when their text comes, long after', () => {
    const markdown = createMarkdownStream();
    const [before] = markdown.append('a[^n] [^1]\n\nb\n\n').finished;
    const { finished } = markdown.append('[^N]: Note\n\n[^1]: One\n\nc\n');
    expect(before).toMatchObject({ children: [{ text: 'a[^n] ' }, { label: '1', defined: false }] });
    expect(finished[0]).toMatchObject({
      children: [{}, { label: 'n', defined: true }, {}, { label: '1', defined: true }],
    });
  });

  it.each([
    'A[^note] b.\n\n[^note]: The ground\n    goes on\n\nEnd.\n',
    'A[^N] b.\n[^n]: note\nmore\n\n[^o]: p\n\nc\n',
  ])('stay references while their note is written on: %j', (text) => {
    const markdown = createMarkdownStream();
    const kinds = [...text].map((character) => {
      const { finished, tail } = markdown.append(character);
      return JSON.stringify(finished[0] ?? tail[0]).includes('footnote-reference');
    });
    expect(kinds.indexOf(true)).toBe(text.indexOf(']:') + 1);
    expect(kinds.lastIndexOf(false)).toBe(text.indexOf(']:'));
  });

  it('show as they are written', () => {
    expect(toHtml(createMarkdownStream().append('[^1]: The no').tail)).toContain('<p>The no</p>');
  });
});

describe('a quote that calls itself something', () => {
  it.each([
    ['> [!NOTE]\n> text', 'note', 'text'],
    ['> [!warning]  \n> text', 'warning', 'text'],
    ['> [!TIP]\n>\n> text', 'tip', 'text'],
    ['> [!NOTE] text', null, '[!NOTE] text'],
    ['> [!SYSTEM]\n> text', null, '[!SYSTEM]\ntext'],
  ])('%j', (text, alert, words) => {
    const [quote] = parseMarkdown(text);
    expect(quote).toMatchObject({ type: 'quote', alert });
    expect(normalizeHtml(toHtml(parseMarkdown(text)))).toBe(`<blockquote><p>${words}</p></blockquote>`);
    expect(stream([...text])).toEqual(parseMarkdown(text));
  });
});
