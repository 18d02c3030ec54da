import type { Message } from '../domain/chat';
import { addSpent } from '../domain/spending/spent';
import type { ChatStore } from './chat-store';
import type { CountDeadRun } from './spending/count-dead-run';
import type { Spending } from './spending/spending';

/** How what their requests took is counted. */
interface DeadRunsCounting {
  readonly count: CountDeadRun;
  readonly spending: Pick<Spending, 'note'>;
}

/**
 * Settles what earlier background instances left streaming: each such answer becomes `interrupted`, its text kept.
 * Runs once at the start of a background, before any new run.
 */
export async function settleDeadRuns(
  store: ChatStore,
  ownerId: string,
  now: number,
  counting?: DeadRunsCounting,
): Promise<void> {
  const dead = await store.deadRuns(ownerId);
  if (dead.length === 0) return;
  const entries = await Promise.all(dead.map(async (message) => (await counting?.count(message)) ?? null));
  await store.settle(
    dead.map((message, index): Message => {
      const spent = addSpent(message.spent, entries[index]?.spent);
      return {
        ...message,
        ...(spent && { spent }),
        status: 'interrupted',
        error: { kind: 'background-stopped' },
        finishedAt: now,
      };
    }),
  );
  for (const entry of entries) if (entry !== null) await counting?.spending.note(entry);
}
