import { describe, expect, it } from 'vitest';
import { nextFrame, one, showMarkdown } from './show-markdown';

describe('what a model writes', () => {
  it('links only to web and mail addresses, in a tab, and tells the true host', async () => {
    const { root } = await showMarkdown(
      '[good](https://user@пример.example:8443/a) [mail](mailto:a@b.example) [script](javascript:alert(1)) ' +
        '[data](data:text/html,x) [here](/there) [file](file:///etc/passwd) [ext](chrome-extension://x/y) <vbscript:x>',
    );
    const links = [...root.querySelectorAll('a')];
    expect(links.map((link) => link.textContent)).toEqual(['good xn--e1afmkfd.example:8443', 'mail']);
    expect(links.map((link) => link.title.split('\n')[0])).toEqual(['xn--e1afmkfd.example:8443', 'a@b.example']);
    for (const link of links) {
      expect(link.target).toBe('_blank');
      expect(link.rel).toBe('noopener noreferrer');
    }
    for (const word of ['script', 'data', 'here', 'file', 'ext']) expect(root.textContent).toContain(word);
  });

  it('shows HTML as text', async () => {
    const html = '<img src=x onerror="alert(1)"> <script>alert(1)</script>';
    const { root } = await showMarkdown(`${html}\n\n<div>block</div>\n`);
    expect(root.textContent).toContain(html);
    expect(root.textContent).toContain('<div>block</div>');
    expect(root.querySelector('img, script')).toBeNull();
  });

  it('shows an image as a chip with its words and host, and requests nothing', async () => {
    performance.clearResourceTimings();
    const { root } = await showMarkdown(
      '![Bridge at night](https://images.invalid/n.jpg) ![](data:image/png;base64,AA)',
    );
    const chip = one<HTMLAnchorElement>(root, 'a.image-chip');
    expect(chip.textContent).toBe('Bridge at nightimages.invalidOpen in tab');
    expect(chip.href).toBe('https://images.invalid/n.jpg');
    expect(root.querySelector('img, picture, svg image')).toBeNull();
    expect(root.querySelectorAll('a')).toHaveLength(1);
    await nextFrame();
    expect(performance.getEntriesByType('resource').filter(({ name }) => name.includes('images.invalid'))).toEqual(
      [],
    );
  });

  it('carries no style attribute that a content policy would refuse', async () => {
    const { root } = await showMarkdown(
      '| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n- [x] t\n\n`c` [b1] ![i](http://a.example)\n',
    );
    const styled = [...root.querySelectorAll('[style]')].filter((node) => !node.matches('.markdown-section'));
    expect(styled).toEqual([]);
  });
});
