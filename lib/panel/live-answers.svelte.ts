import { SvelteMap } from 'svelte/reactivity';
import { applyEvent, type Answer } from '../domain/apply-event';
import type { MessageId } from '../domain/ids';
import type { RunBatch, RunSnapshot } from '../domain/run';

/** The answers that grow right now, as the background publishes them. */
export class LiveAnswers {
  readonly #runs = new SvelteMap<MessageId, RunSnapshot>();

  /** The live answer of a message, or undefined where it has no run. */
  get(messageId: MessageId): Answer | undefined {
    return this.#runs.get(messageId)?.answer;
  }

  get size(): number {
    return this.#runs.size;
  }

  /** Takes the runs that the background says are alive, and forgets all others. */
  replaceAll(snapshots: readonly RunSnapshot[]): void {
    const alive = new Set(snapshots.map(({ messageId }) => messageId));
    for (const messageId of [...this.#runs.keys()]) if (!alive.has(messageId)) this.#runs.delete(messageId);
    for (const snapshot of snapshots) this.take(snapshot);
  }

  take(snapshot: RunSnapshot): void {
    this.#runs.set(snapshot.messageId, snapshot);
  }

  /** Applies a batch; a repeat changes nothing. Returns false where one is missing: the caller must watch again. */
  apply({ messageId, runId, seq, events }: RunBatch): boolean {
    const run = this.#runs.get(messageId);
    if (run?.runId !== runId) return false;
    if (seq <= run.seq) return true;
    if (seq > run.seq + 1) return false;
    this.#runs.set(messageId, { ...run, seq, answer: events.reduce(applyEvent, run.answer) });
    return true;
  }
}
