import { describe, expect, it, vi } from 'vitest';
import type { WholePageView } from '../../../../lib/domain/whole-page/whole-page-view';
import { WholePageAsking } from '../../../../lib/panel/whole-page/whole-page-asking.svelte';
import { messageIdOf, MODEL, snapshotIdOf } from '../../../support/rows';

const VIEW: WholePageView = {
  host: 'model.example',
  model: 'm',
  parameters: {},
  title: 'Ropes',
  snapshotId: snapshotIdOf('s'),
  plan: { blocks: 2, parts: [{ from: 0, to: 2 }] },
  system: 'Be brief.',
  parts: [[{ role: 'user', text: 'Part.' }]],
  last: [{ role: 'user', text: 'All?' }],
  inputTokens: 100,
  outputTokens: 10,
  exact: true,
};

function asking(view: WholePageView | null = VIEW) {
  const request = vi.fn(async (_request: object) => view);
  const send = vi.fn(async () => undefined);
  const regenerate = vi.fn(async () => undefined);
  const pageContext = { request: async () => ({ tabId: 3, snapshotId: null, alone: true }) };
  const session = {
    chatId: null,
    model: { ref: MODEL },
    setup: { wishes: async () => ({}) },
    pageContext,
    regenerate,
  };
  const [client, seen] = [{ request }, session] as unknown as ConstructorParameters<typeof WholePageAsking>;
  const made = new WholePageAsking(client, seen, send);
  return { asking: made, request, send, regenerate };
}

describe('asking over a whole page', () => {
  it('shows what it takes, and asks with the very page and plan that were shown once that is agreed to', async () => {
    const { asking: made, send } = asking();
    await made.planQuestion('All?');
    expect(made.shown).toEqual({ kind: 'plan', view: VIEW });
    expect(send).not.toHaveBeenCalled();
    await made.agree();
    expect(send).toHaveBeenCalledExactlyOnceWith({
      page: { tabId: 3, snapshotId: 's', alone: true },
      plan: VIEW.plan,
    });
    expect(made.shown).toBeNull();
    await made.agree();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('asks nothing where it is closed', async () => {
    const { asking: made, send } = asking();
    await made.planQuestion('All?');
    made.close();
    await made.agree();
    expect(send).not.toHaveBeenCalled();
  });

  it('answers an earlier question again, over its own page', async () => {
    const { asking: made, request, regenerate } = asking();
    await made.planAnswer(messageIdOf('a'));
    expect(request).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'plan-whole-page', answerId: 'a', page: null }),
    );
    await made.agree();
    expect(regenerate).toHaveBeenCalledExactlyOnceWith('a', undefined, VIEW.plan);
  });

  it('shows what was sent, or that it is not known', async () => {
    const { asking: made } = asking();
    await made.sent(messageIdOf('a'));
    expect(made.shown).toEqual({ kind: 'sent', view: VIEW });
    const { asking: other } = asking(null);
    await other.sent(messageIdOf('a'));
    expect(other.shown).toEqual({ kind: 'unknown' });
  });
});
