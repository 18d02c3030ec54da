import '../../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import MemoryLine from '../../../../components/chat/memory/MemoryLine.svelte';
import { messageIdOf, summaryRow } from '../../../support/rows';

const SUMMARY = { ...summaryRow('s', { messages: 12, text: 'The lamp\nburns oil.' }), upTo: messageIdOf('a6') };

async function line(more: object = {}) {
  const calls = {
    onpreview: vi.fn(),
    onplan: vi.fn(),
    ongoonce: vi.fn(),
    onstop: vi.fn(),
    onsettings: vi.fn(),
    onedit: vi.fn(),
    ondrop: vi.fn(),
  };
  const props = { model: 'Claude', forgotten: 4, summary: null, progress: null, ...calls, ...more };
  const screen = await render(MemoryLine, props);
  const group = screen.getByRole('group', { name: 'Where memory begins' });
  const says = (words: string) =>
    expect.poll(() => group.element().textContent.replace(/\s+/g, ' ')).toContain(words);
  const button = (name: string) => group.getByRole('button', { name, exact: true });
  return { ...calls, screen, group, says, button, change: (change: object) => screen.rerender(change) };
}

describe('MemoryLine', () => {
  it('says who no longer sees how much, leads to what is sent, and offers a summary', async () => {
    const { says, change, button, onpreview, onplan } = await line({ forgotten: 1_600 });
    await says('Claude no longer sees what is above');
    await says('1,600 messages stay out of the next question');
    await change({ forgotten: 1 });
    await says('One message stays out of the next question');
    await button('See what goes along').click();
    expect(onpreview).toHaveBeenCalledOnce();
    await button('Summarise what came before').click();
    expect(onplan).toHaveBeenCalledOnce();
  });

  it('tells how far a summary has come, keeps the focus, and stops it', async () => {
    const { says, change, button, group, onstop } = await line();
    (button('Summarise what came before').element() as HTMLElement).focus();
    await change({ progress: { kind: 'making', part: 0, parts: 1 } });
    await says('Summarising what came before…');
    await expect.element(group).toHaveFocus();
    await change({ progress: { kind: 'making', part: 1, parts: 3 } });
    await says('part 2 of 3');
    await button('Stop summarising').click();
    expect(onstop).toHaveBeenCalledOnce();
  });

  it('says why none was made, that nothing is lost, and what helps', async () => {
    const error = { kind: 'unauthorized', host: 'model.example', status: 401 } as const;
    const { screen, says, button, onplan, onstop, onsettings } = await line({
      progress: { kind: 'failed', error },
    });
    await expect.element(screen.getByRole('alert')).toBeVisible();
    await says('model.example did not accept the API key (401).');
    await says('No summary was made, and the chat is as it was.');
    for (const name of ['Try again', 'Open settings', 'Leave it']) await button(name).click();
    expect([onplan, onsettings, onstop].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
  });

  it('goes on once where a spent budget holds it back, or leads to the settings', async () => {
    const { says, button, ongoonce } = await line({ progress: { kind: 'failed', error: { kind: 'budget' } } });
    await says('The budget is spent.');
    await button('Go on once').click();
    expect(ongoonce).toHaveBeenCalledOnce();
    await expect.element(button('Open settings')).toBeVisible();
  });

  it('shows the summary, who made it, and what it does not tell', async () => {
    const { says, change, button, group, ondrop, onplan } = await line({ summary: SUMMARY, forgotten: 0 });
    await says('Claude has a summary of what is above');
    expect(group.element().textContent).not.toContain('stay out');
    await group.getByText('Summary of the first 12 messages').click();
    await says('Made by Model (m), Jan 1, 1970');
    await expect.element(group.getByText(/burns oil/)).toBeVisible();
    await button('Drop summary').click();
    expect(ondrop).toHaveBeenCalledWith(SUMMARY);
    await change({ forgotten: 6, summary: { ...SUMMARY, editedAt: 86_400_000 } });
    await says('changed by you Jan 2, 1970');
    await says('The last 6 messages above are newer than the summary and stay out of the next question.');
    await button('Bring the summary up to date').click();
    expect(onplan).toHaveBeenCalledOnce();
  });

  it('lets the summary be changed, or left as it is', async () => {
    const { button, group, onedit } = await line({ summary: SUMMARY });
    await group.getByText('Summary of the first 12 messages').click();
    await button('Edit summary').click();
    const field = group.getByRole('textbox', { name: 'Summary' });
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Edit summary')).toHaveFocus();
    await button('Edit summary').click();
    await field.fill('  ');
    await expect.element(button('Save summary')).toBeDisabled();
    await field.fill('It burns gas.');
    await button('Save summary').click();
    expect(onedit).toHaveBeenCalledWith(SUMMARY, 'It burns gas.');
    await expect.element(button('Edit summary')).toHaveFocus();
  });
});
