import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';
import { normalizeHtml, toHtml } from './to-html';

describe('citations', () => {
  it.each([
    ['a [b12].', '<p>a <cite>b12</cite>.</p>'],
    ['a [b12, b14]', '<p>a <cite>b12,b14</cite></p>'],
    ['a [b12;b14]', '<p>a <cite>b12,b14</cite></p>'],
    ['a 【b12】', '<p>a <cite>b12</cite></p>'],
    ['a [b3][b4]', '<p>a <cite>b3</cite><cite>b4</cite></p>'],
    ['a [B3] [^b4]', '<p>a <cite>b3</cite> <cite>b4</cite></p>'],
    ['a [b3, b3]', '<p>a <cite>b3</cite></p>'],
    ['**a [b3]**', '<p><strong>a <cite>b3</cite></strong></p>'],
    ['- a [b3]', '<ul><li>a <cite>b3</cite></li></ul>'],
    ['[b12]: The bridge', '<p><cite>b12</cite>: The bridge</p>'],
    ['[b12]: word', '<p><cite>b12</cite>: word</p>'],
    // In a link a citation stands behind it.
    ['[see [b3] there](http://a.example)', '<p><a href="http://a.example">see  there</a><cite>b3</cite></p>'],
    // Not citations.
    ['`[b12]`', '<p><code>[b12]</code></p>'],
    ['    [b12]', '<pre><code>[b12]\n</code></pre>'],
    ['\\[b12]', '<p>[b12]</p>'],
    ['[b12](http://a.example)', '<p><a href="http://a.example">b12</a></p>'],
    ['[b] [12] [bb12] [b12x] [b1234567]', '<p>[b] [12] [bb12] [b12x] [b1234567]</p>'],
  ])('%j', (text, html) => {
    expect(normalizeHtml(toHtml(parseMarkdown(text)))).toBe(html);
  });
});
