import type { Message, Run } from '../domain/chat';
import { applyEvent } from '../domain/apply-event';
import { addSpent } from '../domain/spending/spent';
import type { ChatId, MessageId, RunId } from '../domain/ids';
import type { ContentPart } from '../domain/content';
import type { PageRequest } from '../domain/page';
import type { RunSnapshot } from '../domain/run';
import type { RunEvent } from '../domain/stream-event';
import {
  answerEvents,
  budgetOf,
  sightOf,
  type AnswerSources,
  type Asking,
  type ResolvedModel,
} from './answer-events';
import type { Turn } from './chat-store';
import { createLaterNote } from './note-later';
import { createLiveRun, type LiveRun } from './live-run';
import { createPatience, type Patience } from './patience';
import { promptFor } from './prompt-for';
import { readAhead, type Ahead } from './read-ahead';
import { createRunListeners, type RunListener } from './run-listeners';
import { createRunWriter } from './run-writer';
import { createBill } from './spending/bill';
import { isEnd } from './until-aborted';

export interface AnswerRunsDependencies extends AnswerSources {
  /** This background instance; runs of others are dead. */
  readonly ownerId: string;
  /** Called with true when the first run starts and false when the last has ended. */
  readonly onActivity: (active: boolean) => void;
  /** Called when an answer has ended and is stored. */
  readonly onEnd: (answer: Message) => void;
  readonly now: () => number;
}

/** The answers being written: begun, stopped, hurried and watched. */
export interface AnswerRuns {
  newRun(chatId: ChatId, messageId: MessageId): Run;
  /**
   * Commits a turn, then starts its run; `page` is one still to be read, `resolved` the model, looked for just now.
   * `overBudget`: its user lets it go on over a budget that is spent.
   */
  begin(
    turn: Turn,
    page: PageRequest | null,
    resolved: Promise<ResolvedModel>,
    overBudget?: boolean,
  ): Promise<void>;
  has(messageId: MessageId): boolean;
  /** Stops the answer's run and resolves when that is stored; nothing where it has none. */
  stop(messageId: MessageId): Promise<void>;
  /** Stops every run of the chat. */
  stopChat(chatId: ChatId): Promise<void>;
  /** Ends the wait before a retry. */
  retryNow(messageId: MessageId): void;
  /** The text of an ended answer that could not be stored: it is here alone. */
  unstoredParts(messageId: MessageId): readonly ContentPart[] | undefined;
  /** Whether a panel shows the chat. */
  isSeen(chatId: ChatId): boolean;
  /** Watches a chat: returns its live runs as they are and calls the listener from then on, until `close`. */
  watch(chatId: ChatId, listener: RunListener): { readonly live: readonly RunSnapshot[]; close(): void };
}

interface ActiveRun {
  readonly live: LiveRun;
  readonly abort: AbortController;
  readonly patience: Patience;
  readonly done: Promise<void>;
}

/** Makes the keeper of runs: each is written by checkpoints, told to every watcher and stored before its end is. */
export function createAnswerRuns(dependencies: AnswerRunsDependencies): AnswerRuns {
  const { store, ownerId, onActivity, onEnd, now, newId, spending } = dependencies;
  const active = new Map<MessageId, ActiveRun>();
  const unstored = new Map<MessageId, LiveRun>();
  const listeners = createRunListeners();

  function start({ run, answer }: Turn, asked: Omit<Asking, 'patience'>): void {
    const live = createLiveRun(run, answer.body.parts, (batch) =>
      listeners.each(run.chatId, (listener) => listener.batch(batch)),
    );
    const abort = new AbortController();
    const patience = createPatience();
    if (active.size === 0) onActivity(true);
    const done = carryOut(live, answer.message, { ...asked, patience }, abort.signal);
    active.set(run.messageId, { live, abort, patience, done: done.then(() => undefined) });
    unstored.delete(run.messageId);
    const snapshot = live.snapshot();
    listeners.each(run.chatId, (listener) => listener.started(snapshot));
    void done.then((ended) => {
      active.delete(run.messageId);
      if (ended !== null) onEnd(ended);
      if (active.size === 0) onActivity(false);
    });
  }

  /** What the answer is asked with, read while its turn is stored. */
  function lookAhead(turn: Turn, resolved: Promise<ResolvedModel>): Ahead {
    const { message } = turn.answer;
    if (message.wholePage !== undefined) return { resolved };
    const prompt = promptFor(readAhead(store, turn), message, budgetOf(resolved), sightOf(resolved));
    // Where the turn is not stored, nobody asks for it.
    prompt.catch(() => undefined);
    return { resolved, prompt };
  }

  /** Writes one answer to its end; resolves to its final row, or null where that could not be stored. */
  async function carryOut(
    live: LiveRun,
    message: Message,
    asked: Asking,
    signal: AbortSignal,
  ): Promise<Message | null> {
    const writer = createRunWriter(
      (parts) => store.checkpoint({ run: { ...live.run, heartbeat: now() }, parts }),
      (reason) => console.warn('Aside: a checkpoint was not written.', reason),
    );
    let answer = message;
    const sentNote = createLaterNote();
    for await (const event of answerEvents(dependencies, message, asked, signal)) {
      if (event.type === 'asked') {
        answer = { ...answer, sent: event.sent, usage: null };
        // The request goes out first; the end writes it again.
        sentNote.note(() => store.setSent(message.id, event.sent));
        continue;
      }
      if (isEnd(event)) {
        live.flush();
        const [spent] = await Promise.all([asked.bill.close(), writer.close(), sentNote.close()]);
        const sum = addSpent(answer.spent, spent);
        if (sum !== undefined) answer = { ...answer, spent: sum };
        const { ended, published } = await finish(live, answer, event);
        live.push(published);
        live.flush();
        return ended;
      }
      live.push(event);
      writer.note(live.answer.parts);
    }
    return null;
  }

  /** Stores the end of an answer: panels hear of an end only once it is kept. */
  async function finish(
    live: LiveRun,
    message: Message,
    end: RunEvent,
  ): Promise<{ readonly ended: Message | null; readonly published: RunEvent }> {
    const { parts, status, error, note, usage } = applyEvent(live.answer, end);
    const ended = { ...message, status, error, note, usage: usage ?? message.usage, finishedAt: now() };
    try {
      await store.finishRun(live.run, ended, parts);
      spending.learn(ended);
      return { ended, published: end };
    } catch (reason) {
      unstored.set(message.id, live);
      const error = { kind: 'storage', detail: String(reason).slice(0, 500) } as const;
      return { ended: null, published: { type: 'error', error } };
    }
  }

  async function stop(messageId: MessageId): Promise<void> {
    const run = active.get(messageId);
    run?.abort.abort();
    await run?.done;
  }

  const runsOf = (chatId: ChatId) => [...active.values()].filter(({ live }) => live.run.chatId === chatId);

  return {
    newRun: (chatId, messageId) => ({
      id: newId() as RunId,
      chatId,
      messageId,
      ownerId,
      seq: 0,
      heartbeat: now(),
    }),
    async begin(turn, page, resolved, overBudget = false) {
      const ahead = page === null ? lookAhead(turn, resolved) : undefined;
      await store.beginTurn(turn);
      start(turn, { page, ahead, bill: createBill(spending, overBudget) });
    },
    has: (messageId) => active.has(messageId),
    stop,
    async stopChat(chatId) {
      await Promise.all(runsOf(chatId).map(({ live }) => stop(live.run.messageId)));
    },
    retryNow: (messageId) => active.get(messageId)?.patience.skip(),
    isSeen: listeners.isSeen,
    unstoredParts: (messageId) => unstored.get(messageId)?.answer.parts,
    watch(chatId, listener) {
      const runs = [...unstored.values(), ...[...active.values()].map(({ live }) => live)];
      // Snapshots first: they publish what is held back, which a new listener has in its snapshot.
      const live = runs.filter(({ run }) => run.chatId === chatId).map((one) => one.snapshot());
      return { live, close: listeners.add(chatId, listener) };
    },
  };
}
