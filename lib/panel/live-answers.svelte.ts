import { SvelteMap } from 'svelte/reactivity';
import { applyEvent, type Answer } from '../domain/apply-event';
import { textOf } from '../domain/content';
import { createGrowingText, type GrowingText, type ReadableText } from '../domain/growing-text';
import type { MessageId } from '../domain/ids';
import type { RunBatch, RunSnapshot } from '../domain/run';

/** The answers that grow right now, as the background publishes them. */
export class LiveAnswers {
  readonly #runs = new SvelteMap<MessageId, RunSnapshot>();
  /** Runs that were alive when last heard of, and are no more. */
  readonly #lost = new SvelteMap<MessageId, Answer>();
  /** The text of each run, in step with its answer, for whoever draws it. */
  readonly #texts = new Map<MessageId, GrowingText>();
  readonly #heardAt = new SvelteMap<MessageId, number>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** The live answer of a message, or undefined where it has no run. */
  get(messageId: MessageId): Answer | undefined {
    return this.#runs.get(messageId)?.answer;
  }

  /** Its text: the same object while it grows. What it grew by is told by `get`; this is not reactive. */
  textOf(messageId: MessageId): ReadableText | undefined {
    return this.#texts.get(messageId);
  }

  /** What was known of an answer whose run is gone without a word of its end. */
  lost(messageId: MessageId): Answer | undefined {
    return this.#lost.get(messageId);
  }

  /** When the last word of a run came, in milliseconds since the epoch; now, where none is known. */
  heardAt(messageId: MessageId): number {
    return this.#heardAt.get(messageId) ?? this.#now();
  }

  /** Those that still grow, as far as is known here. */
  get streaming(): readonly RunSnapshot[] {
    return [...this.#runs.values()].filter(({ answer }) => answer.status === 'streaming');
  }

  /** Takes the runs that the background says are alive; of all others only what was shown last is kept. */
  replaceAll(snapshots: readonly RunSnapshot[]): void {
    const alive = new Set(snapshots.map(({ messageId }) => messageId));
    for (const { messageId, answer } of this.streaming)
      if (!alive.has(messageId)) this.#lost.set(messageId, answer);
    for (const messageId of [...this.#runs.keys()]) if (!alive.has(messageId)) this.#forget(messageId);
    for (const snapshot of snapshots) this.take(snapshot);
  }

  /** Forgets everything, for another chat. */
  clear(): void {
    this.#runs.clear();
    this.#lost.clear();
    this.#texts.clear();
  }

  #forget(messageId: MessageId): void {
    this.#runs.delete(messageId);
    this.#texts.delete(messageId);
  }

  /** Takes a run as it stands; one that batches have overtaken on its way changes nothing. */
  take(snapshot: RunSnapshot): void {
    const known = this.#runs.get(snapshot.messageId);
    if (known?.runId === snapshot.runId && known.seq > snapshot.seq) return;
    this.#runs.set(snapshot.messageId, snapshot);
    this.#growTo(snapshot.messageId, textOf(snapshot.answer.parts));
    this.#lost.delete(snapshot.messageId);
    this.#heardAt.set(snapshot.messageId, this.#now());
  }

  /** Applies a batch; a repeat changes nothing. Returns false where one is missing: the caller must watch again. */
  apply({ messageId, runId, seq, events }: RunBatch): boolean {
    const run = this.#runs.get(messageId);
    if (run?.runId !== runId) return false;
    if (seq <= run.seq) return true;
    if (seq > run.seq + 1) return false;
    let { answer } = run;
    for (const event of events) {
      if (event.type === 'text-delta' && answer.status === 'streaming')
        this.#texts.get(messageId)?.append(event.text);
      answer = applyEvent(answer, event);
    }
    this.#runs.set(messageId, { ...run, seq, answer });
    this.#heardAt.set(messageId, this.#now());
    return true;
  }

  /** Takes a text as a whole: as the growing one if it goes on from that, else as a new one. */
  #growTo(messageId: MessageId, text: string): void {
    const known = this.#texts.get(messageId);
    const goesOn = known !== undefined && text.startsWith(known.slice(0, known.length));
    if (goesOn) known.append(text.slice(known.length));
    else this.#texts.set(messageId, createGrowingText(text));
  }
}
