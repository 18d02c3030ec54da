import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createMarkdownStream } from '../../../lib/markdown/markdown-stream';
import type { Block } from '../../../lib/markdown/nodes';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';
import { plainText } from '../../../lib/markdown/plain-text';
import { normalizeHtml, toHtml } from './to-html';

/** What a stream shows after this much text. */
function shown(text: string): readonly Block[] {
  const { finished, tail } = createMarkdownStream().append(text);
  return [...finished, ...tail];
}

describe('an unfinished text is shown as it will most likely be', () => {
  it.each([
    // Emphasis and code close themselves; marks with nothing behind them wait.
    ['a **bo', '<p>a <strong>bo</strong></p>'],
    ['a **bold*', '<p>a <strong>bold</strong></p>'],
    ['a **bold *both', '<p>a <strong>bold <em>both</em></strong></p>'],
    ['a ***x', '<p>a <em><strong>x</strong></em></p>'],
    ['a **', '<p>a</p>'],
    ['a **`', '<p>a</p>'],
    ['a ~~go', '<p>a <s>go</s></p>'],
    ['a ~~gone~', '<p>a <s>gone</s></p>'],
    ['a `co', '<p>a <code>co</code></p>'],
    ['a ``co`', '<p>a <code>co</code></p>'],
    ['a `', '<p>a</p>'],
    ['a `` b`', '<p>a <code>b</code></p>'],
    ['a `` b`c`', '<p>a <code>b`c</code></p>'],
    ['a `C:\\', '<p>a <code>C:</code></p>'],
    ['a *b**', '<p>a <em>b</em></p>'],
    ['a *b**c', '<p>a <em>b<strong>c</strong></em></p>'],
    ['这是**重', '<p>这是<strong>重</strong></p>'],
    ['这是**重要！', '<p>这是<strong>重要！</strong></p>'],
    ['kumi**nimi', '<p>kumi<strong>nimi</strong></p>'],
    ['2**8 and a*b', '<p>2**8 and a*b</p>'],
    ['snake_case and 2*3 = 6', '<p>snake_case and 2*3 = 6</p>'],
    // Brackets wait until it is known what they are; a link is one from its address on.
    ['see [the do', '<p>see</p>'],
    ['see [the docs]', '<p>see</p>'],
    ['see [the docs],', '<p>see [the docs],</p>'],
    ['see [the docs](', '<p>see <a>the docs</a></p>'],
    ['see [the docs](https://x.exa', '<p>see <a>the docs</a></p>'],
    ['see [the docs](<https://x.exa', '<p>see <a>the docs</a></p>'],
    ['see [the docs](https://x.example "Ti', '<p>see <a>the docs</a></p>'],
    ['see [the docs](/rel', '<p>see <a href="">the docs</a></p>'],
    ['see **[*the* docs](https://x.exa', '<p>see <strong><a><em>the</em> docs</a></strong></p>'],
    ['see [**the', '<p>see</p>'],
    ['see [the docs][re', '<p>see</p>'],
    ['see [the docs][ref]', '<p>see <a>the docs</a></p>'],
    ['see [the docs][ref]\n\nx', '<p>see <a>the docs</a></p><p>x</p>'],
    ['see [the docs][]', '<p>see <a>the docs</a></p>'],
    ['see f[i][j]', '<p>see f[i][j]</p>'],
    ['see [1][2]', '<p>see [1][2]</p>'],
    ['see [0, 1) and\nso', '<p>see [0, 1) and\nso</p>'],
    [`see [${'x '.repeat(90)}y`, `<p>see [${'x '.repeat(90)}y</p>`],
    ['see [![al', '<p>see</p>'],
    ['see [![alt](u.png)](https://x', '<p>see <a><img src="u.png" alt="alt" /></a></p>'],
    ['see `[the', '<p>see <code>[the</code></p>'],
    ['see <https://x.exa', '<p>see</p>'],
    ['see <ask@x.exa', '<p>see</p>'],
    ['see a<b', '<p>see a</p>'],
    ['see a<b c', '<p>see a&lt;b c</p>'],
    ['see ![a pic', '<p>see</p>'],
    ['see ![a pic](https://x.exa', '<p>see</p>'],
    ['said [b1', '<p>said</p>'],
    ['said [b12, b', '<p>said</p>'],
    ['said 【b1', '<p>said</p>'],
    ['said [b12]', '<p>said <cite>b12</cite></p>'],
    ['Tom &am', '<p>Tom</p>'],
    ['back\\', '<p>back</p>'],
    // A line of nothing but marks waits for its end.
    ['text\n-', '<p>text</p>'],
    ['text\n---', '<p>text</p>'],
    ['text\n==', '<p>text</p>'],
    ['text\n\n##', '<p>text</p>'],
    ['text\n\n## He', '<p>text</p><h2>He</h2>'],
    ['text\n\n1.', '<p>text</p>'],
    ['text\n\n> ', '<p>text</p>'],
    ['- one\n-', '<ul><li>one</li></ul>'],
    ['- one\n  - **', '<ul><li>one</li></ul>'],
    ['- [', '<ul><li></li></ul>'],
    ['- [x] do', '<ul><li><input checked="" disabled="" type="checkbox"> do</li></ul>'],
    // Fences and definitions show nothing until their first line is whole.
    ['text\n\n``', '<p>text</p>'],
    ['text\n\n```py', '<p>text</p>'],
    ['```py\na\n``', '<pre><code class="language-py">a\n</code></pre>'],
    ['text\n\n[ref]: htt', '<p>text</p>'],
    ['text\n\n[ref]:\n', '<p>text</p>'],
    ['text\n\n[ref]:\nhttps://x.exa', '<p>text</p>'],
    ["text\n\n[ref]: https://x.example\n  'ti", '<p>text</p>'],
    ["text\n\n[ref]: https://x.example\n  'title'", '<p>text</p>'],
    ['text\n\n> [ref]: htt', '<p>text</p>'],
    // In code signs mean nothing.
    ['```ini\n[ref', '<pre><code class="language-ini">[ref</code></pre>'],
    ['```ini\n[ref]: x', '<pre><code class="language-ini">[ref]: x</code></pre>'],
    ['```yaml\n--', '<pre><code class="language-yaml">--</code></pre>'],
    ['- a\n  ```sh\n  #', '<ul><li>a\n<pre><code class="language-sh">#</code></pre></li></ul>'],
    ['    [ref]:', '<pre><code>[ref]:\n</code></pre>'],
    // A table is one from its first row on.
    ['| a | b', '<table><thead><tr><th>a</th><th>b</th></tr></thead></table>'],
    ['| a | **b', '<table><thead><tr><th>a</th><th><strong>b</strong></th></tr></thead></table>'],
    ['| a | b |\n', '<table><thead><tr><th>a</th><th>b</th></tr></thead></table>'],
    ['| a | b |\n|--', '<table><thead><tr><th>a</th><th>b</th></tr></thead></table>'],
    [
      '| a | b |\n|---|---|\n| `c',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><code>c</code></td><td></td></tr></tbody></table>',
    ],
    ['- | a | b', '<ul><li><table><thead><tr><th>a</th><th>b</th></tr></thead></table></li></ul>'],
    [
      '- x\n\n  | a | b |\n ',
      '<ul><li><p>x</p><table><thead><tr><th>a</th><th>b</th></tr></thead></table></li></ul>',
    ],
    ['> | a | b', '<blockquote><table><thead><tr><th>a</th><th>b</th></tr></thead></table></blockquote>'],
  ])('%j', (text, html) => {
    expect(normalizeHtml(toHtml(shown(text)))).toBe(html);
  });

  it('and as it was written once it is over', () => {
    const markdown = createMarkdownStream();
    markdown.append('a **bo and [the do\n\n| x');
    expect(markdown.finish().finished).toEqual(parseMarkdown('a **bo and [the do\n\n| x'));
  });

  it('so that no mark of a long answer is ever seen and nothing seen goes away', () => {
    const answer = readFileSync(new URL('../../fixtures/markdown/answer.md', import.meta.url), 'utf8');
    const whole = squeeze(plainText(parseMarkdown(answer)));
    const markdown = createMarkdownStream();
    let longest = 0;
    for (const [index, character] of [...answer].entries()) {
      const { finished, tail } = markdown.append(character);
      const seen = squeeze(plainText([...finished, ...tail]));
      expect(whole.startsWith(seen), `after ${answer.slice(Math.max(0, index - 40), index + 1)}`).toBe(true);
      expect(seen.length).toBeGreaterThanOrEqual(longest - 1);
      longest = Math.max(longest, seen.length);
    }
  });
});

/** Without white space, and without the bars that part cells. */
function squeeze(text: string): string {
  return text.replaceAll(/[\s|]+/g, '');
}
