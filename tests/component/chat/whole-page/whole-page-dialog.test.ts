import '../../../../components/ui/theme.css';
import { expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import WholePageDialog from '../../../../components/chat/whole-page/WholePageDialog.svelte';
import type { WholePageView } from '../../../../lib/domain/whole-page/whole-page-view';
import { snapshotIdOf } from '../../../support/rows';

const VIEW: WholePageView = {
  host: 'model.example',
  model: 'm-1',
  parameters: { temperature: 0.2 },
  title: 'Ropes',
  snapshotId: snapshotIdOf('s'),
  plan: {
    blocks: 2,
    parts: [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
    ],
  },
  system: 'Be brief.',
  parts: [[{ role: 'user', text: 'First part.' }], [{ role: 'user', text: 'Second part.' }]],
  last: [{ role: 'user', text: 'All of it?' }],
  inputTokens: 210_000,
  outputTokens: 3_100,
  exact: true,
};

const provider = { kind: 'openai', baseUrl: 'https://model.example' } as const;
const price = { input: 2, output: 10 };

it('says how many requests it takes, to whom they go and what they cost, before any is made', async () => {
  const [onagree, onclose] = [vi.fn(), vi.fn()];
  const shown = { kind: 'plan', view: VIEW } as const;
  const screen = await render(WholePageDialog, { shown, provider, price, onagree, onclose });
  const dialog = screen.getByRole('dialog', { name: 'Ask over the whole page' });
  const words = () => dialog.element().textContent.replace(/\s+/g, ' ');
  await expect.poll(words).toContain('3: 2 for the parts, 1 for the answer');
  for (const fact of ['model.example', 'm-1', 'Temperature 0.2', '≈ 210K tokens in, ≈ 3.1K out', '≈ $0.45'])
    expect(words()).toContain(fact);
  const texts = [...dialog.element().querySelectorAll('[data-part=user]')].map(({ textContent }) => textContent);
  expect(texts).toEqual(['First part.', 'Second part.', 'All of it?']);
  await dialog.getByRole('button', { name: 'Ask over 2 parts' }).click();
  expect(onagree).toHaveBeenCalledOnce();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(onclose).toHaveBeenCalledOnce();
});

it('shows afterwards what was sent, with nothing to agree to', async () => {
  const shown = { kind: 'sent', view: { ...VIEW, last: null, exact: false } } as const;
  const screen = await render(WholePageDialog, { shown, provider, price, onagree: vi.fn(), onclose: vi.fn() });
  const dialog = screen.getByRole('dialog', { name: 'What was sent' });
  await expect.poll(() => dialog.element().textContent).toContain('this may differ from what went out');
  expect(dialog.getByRole('button', { name: /^Ask/ }).query()).toBeNull();
});
