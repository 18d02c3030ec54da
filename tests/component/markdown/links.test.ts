import { describe, expect, it } from 'vitest';
import { one, showMarkdown } from './show-markdown';

const hosts = (root: ParentNode) => [...root.querySelectorAll('.link-host')].map((host) => host.textContent);

describe('a link in an answer', () => {
  it('has its true host beside a text that may mislead', async () => {
    const { root } = await showMarkdown(
      '[paypal.com](https://evil.example/a) [bank](https://bank.example@evil.example/) ' +
        '[пример](https://пример.example/) [the report](https://a.example/report) <https://a.example/b>',
    );
    expect(hosts(root)).toEqual(['evil.example', 'evil.example', 'xn--e1afmkfd.example']);
    const [first] = root.querySelectorAll('a');
    expect(first?.textContent).toBe('paypal.com evil.example');
    expect(getComputedStyle(one(root, '.link-host')).userSelect).toBe('none');
  });

  it('without a text shows its host', async () => {
    const { root } = await showMarkdown('[](https://evil.example/) [\u200B](https://evil.example/)');
    expect([...root.querySelectorAll('a')].map((link) => link.textContent)).toEqual([
      ' evil.example',
      'U+200B evil.example',
    ]);
  });

  it('shows the end of a host that is too long', async () => {
    const host = `paypal.com.${'a'.repeat(60)}.evil.example`;
    const { root } = await showMarkdown(`[Sign in](https://${host}/)`);
    expect(one(root, '.link-host').textContent).toMatch(/^…a+\.evil\.example$/);
    expect(one<HTMLAnchorElement>(root, 'a').title).toContain(host);
  });

  it('round an image leads to one place, and says to which', async () => {
    const { root } = await showMarkdown('[![a bank](https://bank.example/logo.png)](https://evil.example/)');
    expect(root.querySelectorAll('a')).toHaveLength(1);
    expect(one(root, 'a').textContent).toBe('a bank evil.example');
  });

  it('has no other link in it', async () => {
    const { root } = await showMarkdown('[see <https://bank.example/> now](https://evil.example/)');
    expect(root.querySelectorAll('a')).toHaveLength(1);
    expect(one(root, 'a').textContent).toBe('see https://bank.example/ now evil.example');
  });

  it('that is not opened stays as text, and tells its destination to the pointer, the keyboard and screen readers', async () => {
    const { root } = await showMarkdown('[run](javascript:alert(1)) [](data:text/html,x) ![](javascript:1)');
    expect(root.querySelector('a')).toBeNull();
    const refused = [...root.querySelectorAll<HTMLElement>('.link-refused')];
    expect(refused.map(({ title }) => title)).toEqual([
      'Not opened: javascript:alert(1)',
      'Not opened: data:text/html,x',
      'Not opened: javascript:1',
    ]);
    for (const element of refused) expect(element.tabIndex).toBe(0);
  });

  it('never lets its author speak before the browser in its tooltip', async () => {
    const { root } = await showMarkdown('[a](https://evil.example/ "paypal.com\nhttps://paypal.com/\u202Ex")');
    expect(one<HTMLAnchorElement>(root, 'a').title).toBe(
      'evil.example\nhttps://evil.example/\npaypal.com https://paypal.com/[U+202E]x',
    );
  });

  it('gets its host while it streams, too', async () => {
    const text = '[pay][r]\n\nand **so** on\n\n[r]: https://bank.example@evil.example/x\n\nend';
    const { root, rerender } = await showMarkdown('', { streaming: true });
    for (let end = 1; end <= text.length; end += 7) await rerender({ text: text.slice(0, end), streaming: true });
    await rerender({ text, streaming: false });
    expect(hosts(root)).toEqual(['evil.example']);
    expect(one(root, 'a').textContent).toBe('pay evil.example');
  });
});
