import { describe, expect, it } from 'vitest';
import { createMarkdownStream } from '../../../../lib/markdown/markdown-stream';
import { parseMarkdown } from '../../../../lib/markdown/parse-markdown';
import { stream } from '../support';
import { normalizeHtml, toHtml } from '../to-html';

describe('the few tags that are understood', () => {
  it.each([
    ['H<sub>2</sub>O and x<sup>2</sup>', '<p>H<sub>2</sub>O and x<sup>2</sup></p>'],
    ['<kbd>Ctrl</kbd>+<KBD>C</KBD>', '<p><kbd>Ctrl</kbd>+<kbd>C</kbd></p>'],
    ['<sub>**a** `b`</sub>', '<p><sub><strong>a</strong> <code>b</code></sub></p>'],
    ['**a <sub>b** c</sub>', '<p>**a <sub>b** c</sub></p>'],
    ['one<br>two<br/>three<BR />four', '<p>one<br />\ntwo<br />\nthree<br />\nfour</p>'],
    [
      '| a |\n|---|\n| 1<br>2 |',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1<br />\n2</td></tr></tbody></table>',
    ],
    // All else is text.
    ['<sub class="x">a</sub>', '<p>&lt;sub class=&quot;x&quot;&gt;a&lt;/sub&gt;</p>'],
    ['<sub>a', '<p>&lt;sub&gt;a</p>'],
    ['<sub></sub>', '<p>&lt;sub&gt;&lt;/sub&gt;</p>'],
    ['<br onclick="x">', '<p>&lt;br onclick=&quot;x&quot;&gt;</p>'],
    ['<script>a</script> <b>b</b>', '<p>&lt;script&gt;a&lt;/script&gt; &lt;b&gt;b&lt;/b&gt;</p>'],
    ['`<br>` \\<br>', '<p><code>&lt;br&gt;</code> &lt;br&gt;</p>'],
  ])('%j', (text, html) => {
    expect(normalizeHtml(toHtml(parseMarkdown(text)))).toBe(html);
    expect(stream([...text])).toEqual(parseMarkdown(text));
  });

  it.each(['H<sub>2', 'H<su', 'H<sub>2</su', 'H<br', 'H<br /'])('waits for the end of %j', (text) => {
    expect(toHtml(createMarkdownStream().append(text).tail)).toBe('<p>H</p>\n');
  });
});
