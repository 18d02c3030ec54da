import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import PageChip from '../../../components/context/PageChip.svelte';
import type { ChatError } from '../../../lib/domain/errors';
import type { PageState } from '../../../lib/panel/page-context.svelte';
import { snapshotIdOf } from '../../support/rows';

const ready = (tokens: number, title = 'A page'): PageState => ({
  kind: 'ready',
  tabId: 1,
  page: {
    snapshotId: snapshotIdOf('s'),
    title,
    url: 'https://example.com/a',
    blocks: 40,
    part: 'page',
    hasSelection: false,
    tokens,
    notes: ['2 frames of other sites were not read.'],
  },
});
const failed = (error: ChatError): PageState => ({ kind: 'failed', tabId: 1, error });

async function chip(state: PageState, destination: string | null = null) {
  const calls = {
    onallow: vi.fn(),
    onconfirm: vi.fn(),
    onnever: vi.fn(),
    onunblock: vi.fn(),
    onremove: vi.fn(),
    onopen: vi.fn(),
    onselection: vi.fn(),
  };
  const screen = await render(PageChip, { state, destination, room: 5000, ...calls });
  const words = () => screen.container.textContent.replace(/\s+/g, ' ').trim();
  return {
    ...calls,
    screen,
    words,
    title: () => screen.container.querySelector<HTMLElement>('.chip')?.title ?? '',
  };
}

describe('PageChip', () => {
  it('is not there while reading is off', async () => {
    expect((await chip({ kind: 'off' })).words()).toBe('');
  });

  it('says that it reads', async () => {
    expect((await chip({ kind: 'reading', tabId: 1 })).words()).toBe('Reading this tab…');
  });

  it('names the page and how much of it goes, and where to', async () => {
    const { words, title } = await chip(ready(1234), 'api.openai.com');
    expect(words()).toBe('E What Aside reads: A page ≈ 1.2K tokens');
    expect(title()).toContain('All 40 parts, about 1.2K tokens. It goes to api.openai.com with your question.');
    expect(title()).toContain('2 frames of other sites were not read.');
    expect((await chip(ready(1234))).title()).toContain('It stays in this browser.');
  });

  it('says how much at most goes of a page that is too long, before it is known which parts', async () => {
    const { words, title } = await chip(ready(12_345));
    expect(words()).toContain('at most ≈ 5K of 12.3K tokens');
    expect(title()).toContain('At most about 5K of its 12.3K tokens go');
  });

  it('opens what was read, and lets the selection go alone or not', async () => {
    const page = { ...ready(1234) } as Extract<PageState, { kind: 'ready' }>;
    const { screen, words, onopen, onselection } = await chip({
      ...page,
      page: { ...page.page, hasSelection: true, part: 'page-and-selection' },
    });
    expect(words()).toContain('+ selection ·');
    await screen.getByRole('button', { name: /^E?\s*What Aside reads: A page/ }).click();
    expect(onopen).toHaveBeenCalledTimes(1);
    const only = screen.getByRole('button', { name: 'Selection only' });
    await only.click();
    expect(onselection).toHaveBeenLastCalledWith(true);
    await screen.rerender({ state: { ...page, page: { ...page.page, hasSelection: true, part: 'selection' } } });
    await expect.element(only).toHaveAttribute('aria-pressed', 'true');
    await only.click();
    expect(onselection).toHaveBeenLastCalledWith(false);
  });

  it('names a page without a title by its address', async () => {
    expect((await chip(ready(1234, ''))).words()).toContain('https://example.com/a');
  });

  it('offers to be let in where it may not read yet', async () => {
    const { screen, onallow } = await chip(failed({ kind: 'page-permission' }));
    await screen.getByRole('button', { name: 'Always allow' }).click();
    expect(onallow).toHaveBeenCalledTimes(1);
  });

  it('asks before a page that may be private, and may be told never', async () => {
    const error = { kind: 'page-private', host: 'bank.example', detail: 'bank' } as const;
    const { screen, words, onconfirm, onnever } = await chip(failed(error));
    expect(words()).toContain('This looks like a bank’s page. Let Aside read it?');
    await screen.getByRole('button', { name: 'Read it' }).click();
    expect(onconfirm).toHaveBeenCalledTimes(1);
    await screen.getByRole('button', { name: 'Never here' }).click();
    expect(onnever).toHaveBeenCalledTimes(1);
  });

  it('says that a site is never read, and takes it back', async () => {
    const { screen, words, onunblock } = await chip(failed({ kind: 'page-never', host: 'bank.example' }));
    expect(words()).toContain('bank.example is never read, as you chose.');
    await screen.getByRole('button', { name: 'Allow again' }).click();
    expect(onunblock).toHaveBeenCalledTimes(1);
  });

  it('says why a page cannot be read, without a button that would not help', async () => {
    const { screen, words } = await chip(failed({ kind: 'page-unreadable' }));
    expect(words()).toBe('This page cannot be read.');
    await expect.element(screen.getByRole('button', { name: 'Always allow' })).not.toBeInTheDocument();
  });

  it.each([ready(1234), { kind: 'reading', tabId: 1 } as const, failed({ kind: 'page-empty' })])(
    'leaves the page out on wish: %o',
    async (state) => {
      const { screen, onremove } = await chip(state);
      await screen.getByRole('button', { name: 'Leave the page out' }).click();
      expect(onremove).toHaveBeenCalledTimes(1);
    },
  );
});
