import { describe, expect, it } from 'vitest';
import { copiedHtml } from '../../../../lib/markdown/copy/copied-html';
import { copiedText } from '../../../../lib/markdown/copy/copied-text';
import { parseMarkdown } from '../../../../lib/markdown/parse-markdown';

const text = (markdown: string) => copiedText(parseMarkdown(markdown));
const html = (markdown: string) => copiedHtml(parseMarkdown(markdown));

describe('blocks copied as text', () => {
  it('have a blank line between them and no marks', () => {
    expect(text('# Top\n\nSome **bold** [link](https://a.example) `code`.\n\n> quoted\n\n---\n\nend')).toBe(
      'Top\n\nSome bold link code.\n\nquoted\n\nend',
    );
  });

  it('keep list markers, numbers and boxes, and what stands below them', () => {
    expect(text('3. three\n4. four\n   - deep\n     - deeper\n\n- [x] done\n- [ ] open')).toBe(
      '3. three\n4. four\n   - deep\n     - deeper\n\n- [x] done\n- [ ] open',
    );
    expect(text('- one\n\n- two\n\n  more')).toBe('- one\n\n- two\n\n  more');
  });

  it('keep code verbatim, in lists too, and rows by tabs', () => {
    expect(text('```py\ndef f():\n    return 1\n\n\nend\n```')).toBe('def f():\n    return 1\n\n\nend');
    expect(text('- a\n\n  ```\n  x\n    y\n  ```\n')).toBe('- a\n\nx\n  y');
    expect(text('| a | b |\n|---|---|\n| **1** | x y |\n| 2 | |\n')).toBe('a\tb\n1\tx y\n2\t');
  });

  it('leave out citations with the space before them, and what is hidden', () => {
    expect(text('Opened 1932 [b12]. So.')).toBe('Opened 1932. So.');
    expect(text('pay\u202eload `a\u202eb`')).toBe('payload ab');
    expect(text('It is $x^2$.\n\n$$\ny\n$$')).toBe('It is $x^2$.\n\n$$\ny\n$$');
  });
});

describe('blocks copied as HTML', () => {
  it('are the elements that other programs know', () => {
    expect(html('# T\n\na **b** *c* ~~d~~ `e`  \nf\n\n> q\n\n---')).toBe(
      '<h1>T</h1><p>a <strong>b</strong> <em>c</em> <s>d</s> <code>e</code><br>f</p><blockquote><p>q</p></blockquote><hr>',
    );
    expect(html('2. a\n3. b\n\n- [x] c')).toBe('<ol start="2"><li>a</li><li>b</li></ol><ul><li>☑ c</li></ul>');
    expect(html('```js\nlet a;\n```')).toBe('<pre><code>let a;\n</code></pre>');
    expect(html('|a|b|\n|-|-|\n|1|2|')).toBe(
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    );
  });

  it('escape every text and let no link lead anywhere but to the web', () => {
    const hostile = '<img src=x onerror=alert(1)> "\'&';
    const out = html(
      `${hostile}\n\n\`${hostile}\`\n\n# ${hostile}\n\n- ${hostile}\n\n\`\`\`\n${hostile}\n</code><script>\n\`\`\`\n\n|${hostile}|\n|-|\n|${hostile}|\n\n[a](javascript:alert(1)) [b](<https://a.example/"onx=1>) ![<b>](https://a.example/x.png)`,
    );
    const tags = new Set([...out.matchAll(/<\/?([^\s>]*)([^>]*)>/g)].map(([, name, rest]) => `${name}${rest}`));
    expect([...tags].filter((tag) => !/^(p|code|h1|ul|li|pre|table|thead|tbody|tr|th|td)$/.test(tag))).toEqual([
      'a href="https://a.example/%22onx=1"',
      'a',
      'a href="https://a.example/x.png"',
    ]);
    expect(out).not.toContain('javascript:');
    expect(out).toContain('&lt;b&gt;</a>');
  });

  it('give charts as their data, and formulas as LaTeX', () => {
    const spec =
      '{"title":"T <1>","mark":"bar","data":{"values":[{"a":"x","b":1}]},"encoding":{"x":{"field":"a"},"y":{"field":"b"}}}';
    expect(html(`\`\`\`vega-lite\n${spec}\n\`\`\``)).toBe(
      '<p><strong>T &lt;1&gt;</strong></p><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>x</td><td>1</td></tr></tbody></table>',
    );
    expect(html('It is $a<b$ [b3].')).toBe('<p>It is $a&lt;b$.</p>');
  });
});
