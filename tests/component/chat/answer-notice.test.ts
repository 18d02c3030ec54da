import '../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import AnswerNotice from '../../../components/chat/AnswerNotice.svelte';
import { EMPTY_ANSWER, type Answer } from '../../../lib/domain/apply-event';
import { textParts } from '../../support/rows';

async function notice(answer: Partial<Answer>, more: Record<string, unknown> = {}) {
  const onaction = vi.fn();
  const ondiagnostics = vi.fn();
  const props = {
    answer: { ...EMPTY_ANSWER, parts: textParts('x'), ...answer },
    hasPage: false,
    canContinue: true,
    successors: [],
    onsuccessor: vi.fn<(model: string) => void>(),
  };
  const screen = await render(AnswerNotice, { ...props, ...more, onaction, ondiagnostics });
  const buttons = [...screen.container.querySelectorAll('button')].map((button) => button.textContent.trim());
  return { screen, onaction, ondiagnostics, buttons };
}

describe('AnswerNotice', () => {
  it.each<[Partial<Answer>, RegExp, string[]]>([
    [{ status: 'stopped' }, /^You stopped this answer\./, ['Continue']],
    [{ status: 'length' }, /longest length/, ['Continue']],
    [{ status: 'filtered' }, /held the rest of this answer back/, ['Regenerate']],
    [{ status: 'refused' }, /declined to answer/, ['Regenerate']],
    [{ status: 'interrupted' }, /paused/, ['Continue', 'Regenerate']],
    [
      { status: 'interrupted', error: { kind: 'background-stopped' } },
      /stopped Aside before the answer was finished.*text so far are kept/,
      ['Continue', 'Regenerate', 'Copy diagnostics'],
    ],
    [
      { status: 'failed', parts: [], error: { kind: 'unauthorized', host: 'api.openai.com', status: 401 } },
      /api\.openai\.com did not accept the API key \(401\).*Your question is kept/,
      ['Open settings', 'Try again', 'Copy diagnostics'],
    ],
  ])('says how an answer ended: %o', async (answer, words, buttons) => {
    const shown = await notice(answer);
    expect(shown.screen.container.textContent.replace(/\s+/g, ' ').trim()).toMatch(words);
    expect(shown.buttons).toEqual(buttons);
    const isAlert = answer.error !== undefined;
    expect(shown.screen.container.querySelector('[role=alert]') !== null).toBe(isAlert);
  });

  it('is silent under a complete answer, but for its note', async () => {
    expect((await notice({ status: 'complete' })).screen.container.textContent.trim()).toBe('');
    const noted = await notice({ status: 'complete', note: 'The model asked for tools.' });
    await expect.element(noted.screen.getByText('The model asked for tools.')).toBeVisible();
    expect(noted.buttons).toEqual([]);
  });

  it('hands on what its button does', async () => {
    const failed = { status: 'failed', error: { kind: 'page-permission' } } as const;
    const { screen, onaction, ondiagnostics } = await notice(failed);
    await screen.getByRole('button', { name: 'Allow on all sites' }).click();
    expect(onaction).toHaveBeenLastCalledWith('allow-page');
    await screen.getByRole('button', { name: 'Try again' }).click();
    expect(onaction).toHaveBeenLastCalledWith('retry');
    await screen.getByRole('button', { name: 'Copy diagnostics' }).click();
    expect(ondiagnostics).toHaveBeenCalledTimes(1);
  });

  it('offers what stands in the place of a model that is gone', async () => {
    const onsuccessor = vi.fn<(model: string) => void>();
    const successors = [{ id: 'claude-opus-9', name: 'Claude Opus 9' }];
    const error = { kind: 'not-found', host: 'api.example.com', status: 404 } as const;
    const { screen, buttons } = await notice({ status: 'failed', error }, { successors, onsuccessor });
    expect(buttons.slice(0, 2)).toEqual(['Ask Claude Opus 9 instead', 'Open settings']);
    await screen.getByRole('button', { name: 'Ask Claude Opus 9 instead' }).click();
    expect(onsuccessor).toHaveBeenCalledExactlyOnceWith('claude-opus-9');
  });
});
