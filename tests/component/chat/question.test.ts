import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Question from '../../../components/chat/Question.svelte';
import { quoteForComposer } from '../../../lib/domain/quote';
import { questionRow, snapshotIdOf } from '../../support/rows';

const page = { snapshotId: snapshotIdOf('s'), title: 'A page', url: 'https://www.example.com/a' };

const still = {
  version: 1,
  versions: 1,
  editing: false,
  onedit: () => undefined,
  onversion: () => undefined,
  ondeleteturn: () => undefined,
  ondeletebranch: () => undefined,
};

describe('Question', () => {
  it('shows what was quoted apart from what was asked, line breaks kept', async () => {
    const text = `${quoteForComposer('one\n\ntwo')}Why?\n\nAnd how?`;
    const screen = await render(Question, {
      ...still,
      message: questionRow('q', null),
      text,
      avatar: 'icon:user',
    });
    const quote = screen.container.querySelector('blockquote');
    expect(quote?.textContent).toBe('one\n\ntwo');
    const own = screen.container.querySelector<HTMLElement>('p.text');
    expect(own?.textContent).toBe('Why?\n\nAnd how?');
    for (const element of [quote, own]) {
      expect(element && getComputedStyle(element).whiteSpaceCollapse).toMatch(/preserve|break-spaces/);
    }
    await expect.element(screen.getByRole('article', { name: 'You' })).toBeVisible();
  });

  it('is text: nothing in it becomes markup', async () => {
    const text = '<img src=x onerror=alert(1)> **bold** [a](b)';
    const screen = await render(Question, {
      ...still,
      message: questionRow('q', null),
      text,
      avatar: 'icon:user',
    });
    expect(screen.container.querySelector('img, strong, a')).toBeNull();
    await expect.element(screen.getByText(text)).toBeVisible();
  });

  it('names the page it carried, or its address where that has no title', async () => {
    const props = { ...still, text: 'Why?', avatar: '🦊' };
    const screen = await render(Question, { ...props, message: questionRow('q', null, { page }) });
    await expect.element(screen.getByText('A page')).toBeVisible();
    expect(screen.container.querySelector('.page')?.textContent).toMatch(/^\s*E\s*A page/);
    await screen.rerender({ message: questionRow('q', null, { page: { ...page, title: '' } }) });
    await expect.element(screen.getByText(page.url)).toBeVisible();
  });

  it('breaks a word that is longer than the panel', async () => {
    const screen = await render(Question, {
      ...still,
      message: questionRow('q', null),
      text: 'x'.repeat(500),
      avatar: '🦊',
    });
    const article = screen.getByRole('article').element();
    expect(article.scrollWidth).toBeLessThanOrEqual(article.clientWidth);
  });

  it('can be edited, and steps through its versions', async () => {
    const [onedit, onversion] = [vi.fn(), vi.fn()];
    const props = { ...still, message: questionRow('q', null), text: 'Why?', avatar: '🦊', onedit, onversion };
    const screen = await render(Question, { ...props, version: 2, versions: 3 });
    await userEvent.tab();
    const edit = screen.getByRole('button', { name: 'Edit', exact: true });
    await expect.element(edit).toHaveFocus();
    await expect.poll(() => getComputedStyle(edit.element().parentElement ?? edit.element()).opacity).toBe('1');
    await userEvent.keyboard('{Enter}');
    expect(onedit).toHaveBeenCalledTimes(1);
    await expect.element(screen.getByText('2 of 3')).toBeVisible();
    await screen.getByRole('button', { name: 'Previous version' }).click();
    expect(onversion).toHaveBeenLastCalledWith(expect.objectContaining({ step: -1 }));
    await screen.rerender({ version: 1, versions: 1 });
    expect(screen.getByRole('button', { name: 'Previous version' }).query()).toBeNull();
  });
});
