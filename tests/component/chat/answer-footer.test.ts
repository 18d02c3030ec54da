import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import AnswerFooter from '../../../components/chat/AnswerFooter.svelte';
import type { Feedback } from '../../../lib/domain/chat';
import { messageIdOf } from '../../support/rows';

const thumb = (rating: 0 | 1, comment: string | null = null): Feedback => ({
  messageId: messageIdOf('a'),
  rating,
  at: 1,
  comment,
});

async function footer(more: Record<string, unknown> = {}) {
  const calls = { onrate: vi.fn(), onregenerate: vi.fn(), oncopy: vi.fn() };
  const props = { feedback: undefined, answer: { usage: null }, price: undefined };
  const screen = await render(AnswerFooter, { ...props, ...calls, ...more });
  const button = (name: string) => screen.getByRole('button', { name, exact: true });
  return { ...calls, screen, button };
}

describe('AnswerFooter', () => {
  it('gives a thumb, changes it, and withdraws it by another click', async () => {
    const { screen, button, onrate } = await footer();
    const [good, bad] = [button('Good response'), button('Bad response')];
    await expect.element(good).toHaveAttribute('aria-pressed', 'false');
    await good.click();
    expect(onrate).toHaveBeenLastCalledWith(1, null);
    await screen.rerender({ feedback: thumb(1) });
    await expect.element(good).toHaveAttribute('aria-pressed', 'true');
    await expect.element(bad).toHaveAttribute('aria-pressed', 'false');
    await bad.click();
    expect(onrate).toHaveBeenLastCalledWith(0, null);
    await screen.rerender({ feedback: thumb(0) });
    await expect.element(bad).toHaveAttribute('aria-pressed', 'true');
    await bad.click();
    expect(onrate).toHaveBeenLastCalledWith(null, null);
  });

  it('takes a comment with a thumb, and keeps it on Escape as it was', async () => {
    const { screen, button, onrate } = await footer({ feedback: thumb(0) });
    await button('Add a comment').click();
    await expect.element(screen.getByRole('textbox', { name: 'Comment' })).toHaveFocus();
    await userEvent.keyboard('  Wrong year {Enter}');
    expect(onrate).toHaveBeenLastCalledWith(0, 'Wrong year', undefined);
    await screen.rerender({ feedback: thumb(0, 'Wrong year') });
    await button('Wrong year').click();
    await userEvent.keyboard(' and place{Escape}');
    await expect.element(button('Wrong year')).toBeVisible();
    expect(onrate).toHaveBeenCalledTimes(1);
  });

  it('takes reasons with a thumb, which go again by another click, and keeps the comment', async () => {
    const { screen, button, onrate } = await footer({ feedback: thumb(0, 'Late') });
    await button('Wrong').click();
    expect(onrate).toHaveBeenLastCalledWith(0, 'Late', ['wrong']);
    await screen.rerender({ feedback: { ...thumb(0, 'Late'), reasons: ['wrong'] } });
    await expect.element(button('Wrong')).toHaveAttribute('aria-pressed', 'true');
    await button('Too long').click();
    expect(onrate).toHaveBeenLastCalledWith(0, 'Late', ['wrong', 'too-long']);
    await button('Wrong').click();
    expect(onrate).toHaveBeenLastCalledWith(0, 'Late', []);
  });

  it('regenerates', async () => {
    const { button, onregenerate } = await footer();
    await button('Regenerate').click();
    expect(onregenerate).toHaveBeenCalledTimes(1);
  });

  it('copies the answer', async () => {
    const { button, oncopy } = await footer();
    await button('Copy answer').click();
    expect(oncopy).toHaveBeenCalledTimes(1);
  });

  it('tells the tokens where the provider counted them', async () => {
    const { screen } = await footer({ answer: { usage: { inputTokens: 1200, outputTokens: 34 } } });
    await expect.element(screen.getByTitle(/^1,234 tokens/)).toHaveTextContent('1.2K tokens');
  });
});
