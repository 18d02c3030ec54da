import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import LinkStatus from '../../../components/chat/LinkStatus.svelte';
import { PointedLink } from '../../../components/chat/pointed-link.svelte';
import { one, showMarkdown } from '../markdown/show-markdown';

let pointed: PointedLink;
let stop: ReturnType<PointedLink['attach']>;
beforeEach(() => {
  pointed = new PointedLink();
  stop = pointed.attach(document.body);
});
afterEach(() => stop?.());

async function show(text: string) {
  const { root } = await showMarkdown(text);
  return one(root, 'a, .link-refused');
}

describe('where a link leads', () => {
  it('is told while the pointer is on it, even on its emphasis', async () => {
    const link = await show('[the **report**](https://bank.example@evil.example/a?b)');
    await userEvent.hover(one(link, 'strong'));
    expect(pointed.current).toEqual({ before: 'https://bank.example@', host: 'evil.example', after: '/a?b' });
    await userEvent.unhover(link);
    expect(pointed.current).toBeNull();
  });

  it('is told while it has the focus, until Escape', async () => {
    const link = await show('[mail](mailto:me@a.example?subject=x)');
    link.focus();
    expect(pointed.current).toEqual({ before: 'mailto:', host: 'me@a.example', after: '?subject=x' });
    await userEvent.keyboard('{Escape}');
    expect(pointed.current).toBeNull();
  });

  it('is told of one that is not opened, without what it hides', async () => {
    const link = await show('[run](javascript:alert%281%29\u202E)');
    await userEvent.tab();
    expect(document.activeElement).toBe(link);
    expect(pointed.current?.after).toMatch(/^javascript:alert/);
    expect(pointed.current?.after).not.toContain('\u202E');
  });

  it('is cut in the middle of a long path, never in the host', async () => {
    const host = `${'a'.repeat(60)}.example`;
    const link = await show(`[x](https://${host}/${'p'.repeat(1_000)}/end)`);
    link.focus();
    expect(pointed.current?.host).toBe(host);
    expect(pointed.current?.after).toMatch(/^\/p+…p+\/end$/);
    expect(pointed.current?.after.length).toBeLessThan(170);
  });

  it('stands in a line that does not take clicks and is hidden from screen readers, who hear it of the link', async () => {
    const { container } = await render(LinkStatus, {
      destination: { before: 'https://', host: 'a.example', after: '/b' },
    });
    const line = one(container, '[aria-hidden="true"]');
    expect(line.textContent.trim()).toBe('https://a.example/b');
    expect(getComputedStyle(line).pointerEvents).toBe('none');
  });
});
