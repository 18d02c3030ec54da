import type { Message } from '../domain/chat';
import type { ChatStore } from './chat-store';

/**
 * Settles what earlier background instances left streaming: each such answer becomes `interrupted`, its text kept.
 * Runs once at the start of a background, before any new run.
 */
export async function settleDeadRuns(store: ChatStore, ownerId: string, now: number): Promise<void> {
  const dead = await store.deadRuns(ownerId);
  if (dead.length === 0) return;
  await store.settle(
    dead.map((message): Message => ({
      ...message,
      status: 'interrupted',
      error: { kind: 'background-stopped' },
      finishedAt: now,
    })),
  );
}
