import '../../../../components/ui/theme.css';
import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import SummaryDialog from '../../../../components/chat/memory/SummaryDialog.svelte';
import { messageIdOf } from '../../../support/rows';

const VIEW = {
  host: 'model.example',
  model: 'm-1',
  upTo: messageIdOf('a4'),
  messages: 1_208,
  goesOn: false,
  system: 'Keep the record.',
  requests: ['User: One?', 'User: Two?'],
  inputTokens: 12_000,
  outputTokens: 900,
};

it('says what is sent to whom, what it takes and costs, and asks before it goes', async () => {
  const [onagree, onclose] = [vi.fn(), vi.fn()];
  const provider = { kind: 'openai', baseUrl: 'https://model.example' } as const;
  const props = { view: VIEW, provider, price: { input: 3, output: 15 }, onagree, onclose };
  const screen = await render(SummaryDialog, props);
  const dialog = screen.getByRole('dialog', { name: 'Summarise what came before' });
  const says = (words: string) =>
    expect.poll(() => dialog.element().textContent.replace(/\s+/g, ' ')).toContain(words);
  await says('The first 1,208 messages, without their pages, are sent');
  await says('model.example, model m-1');
  await says('≈ 12K tokens in, ≈ 900 out');
  await says('≈ $');
  const parts = [...dialog.element().querySelectorAll('[data-part]')].map((part) => part.textContent);
  expect(parts).toEqual([VIEW.system, ...VIEW.requests]);
  await screen.rerender({ view: { ...VIEW, goesOn: true } });
  await says('The summary and the 1,208 messages after it');
  await dialog.getByRole('button', { name: 'Summarise', exact: true }).click();
  expect(onagree).toHaveBeenCalledOnce();
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
  expect(onclose).toHaveBeenCalledOnce();
});
