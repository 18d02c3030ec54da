import type { Message, ModelRef, Run } from '../domain/chat';
import type { ContentPart } from '../domain/content';
import { applyEvent } from '../domain/apply-event';
import { ChatFailure } from '../domain/errors';
import { randomId, type ChatId, type MakeId, type MessageId, type RunId } from '../domain/ids';
import { titleFrom } from '../domain/title';
import type { RunEvent } from '../domain/stream-event';
import { answerEvents, isEnd, type AnswerSources } from './answer-events';
import type { Turn } from './chat-store';
import type { RunSnapshot } from '../domain/run';
import { createOnce } from './create-once';
import { createLiveRun, type LiveRun } from './live-run';
import { newChat, newMessage } from './new-message';
import type { PageRequest } from './page-source';
import { createRunListeners, type RunListener } from './run-listeners';
import { createRunWriter } from './run-writer';
import type { RegenerateRequest, ResumeRequest, SendRequest } from './engine-requests';

export interface ChatEngineDependencies extends AnswerSources {
  /** This background instance; runs of others are dead. */
  readonly ownerId: string;
  /** Called with true when the first run starts and false when the last has ended. */
  readonly onActivity: (active: boolean) => void;
  readonly now?: () => number;
  readonly newId?: MakeId;
}

/** Owns every answer from its question to its end. Requests may be repeated: what was done already is not done again. */
export interface ChatEngine {
  send(request: SendRequest): Promise<void>;
  regenerate(request: RegenerateRequest): Promise<void>;
  resume(request: ResumeRequest): Promise<void>;
  /** Stops the answer's run and resolves when that is stored; nothing where it has none. */
  stop(messageId: MessageId): Promise<void>;
  /** Stops every run of the chat. */
  stopChat(chatId: ChatId): Promise<void>;
  /** Watches a chat: returns its live runs as they are and calls the listener from then on, until `close`. */
  watch(chatId: ChatId, listener: RunListener): { readonly live: readonly RunSnapshot[]; close(): void };
}

interface ActiveRun {
  readonly live: LiveRun;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/**
 * The chat engine: owns every answer from its question to its end. It commits a turn before any request goes out,
 * writes checkpoints while the answer grows, and tells every watcher what happens. No browser, database or SDK.
 */
export function createChatEngine(dependencies: ChatEngineDependencies): ChatEngine {
  const { store, resolveModel, ownerId, onActivity, now = Date.now, newId = randomId } = dependencies;
  const active = new Map<MessageId, ActiveRun>();
  const listeners = createRunListeners();
  /** Requests come again after a broken port; each is begun once, by the message it makes. */
  const once = createOnce<MessageId>();
  /** Ended answers that could not be stored: their text is here alone. */
  const unstored = new Map<MessageId, LiveRun>();

  function newRun(chatId: ChatId, messageId: MessageId): Run {
    return { id: newId() as RunId, chatId, messageId, ownerId, seq: 0, heartbeat: now() };
  }

  async function begin(turn: Turn, page: PageRequest | null): Promise<void> {
    await store.beginTurn(turn);
    start(turn, page);
  }

  function start({ run, answer }: Turn, page: PageRequest | null): void {
    const live = createLiveRun(run, answer.body.parts, (batch) =>
      listeners.each(run.chatId, (listener) => listener.batch(batch)),
    );
    const abort = new AbortController();
    if (active.size === 0) onActivity(true);
    const done = carryOut(live, answer.message, page, abort.signal);
    active.set(run.messageId, { live, abort, done });
    unstored.delete(run.messageId);
    const snapshot = live.snapshot();
    listeners.each(run.chatId, (listener) => listener.started(snapshot));
    void done.finally(() => {
      active.delete(run.messageId);
      if (active.size === 0) onActivity(false);
    });
  }

  async function carryOut(
    live: LiveRun,
    message: Message,
    page: PageRequest | null,
    signal: AbortSignal,
  ): Promise<void> {
    const writer = createRunWriter(
      (parts) => store.checkpoint({ run: { ...live.run, heartbeat: now() }, parts }),
      (reason) => console.warn('Aside: a checkpoint was not written.', reason),
    );
    for await (const event of answerEvents(dependencies, message, page, signal)) {
      if (isEnd(event)) {
        live.flush();
        await writer.close();
        live.push(await finish(live, message, event));
        live.flush();
        return;
      }
      live.push(event);
      writer.note(live.answer.parts);
    }
  }

  /** Stores the end of an answer, and returns the event to publish: panels hear of an end only once it is kept. */
  async function finish(live: LiveRun, message: Message, end: RunEvent): Promise<RunEvent> {
    const { parts, status, error, note, usage } = applyEvent(live.answer, end);
    try {
      await store.finishRun(live.run, { ...message, status, error, note, usage, finishedAt: now() }, parts);
      return end;
    } catch (reason) {
      unstored.set(message.id, live);
      return { type: 'error', error: { kind: 'storage', detail: String(reason).slice(0, 500) } };
    }
  }

  async function answerTo(questionId: MessageId, request: RegenerateRequest): Promise<void> {
    const question = await store.message(questionId);
    const chat = question && (await store.chat(question.chatId));
    if (!question || !chat) throw gone('question');
    const answer = await newAnswer(request.answerId, chat.id, questionId, request.modelRef);
    await begin(
      {
        chat: { ...chat, leafId: answer.id, clearedLeafId: null, modelRef: request.modelRef, updatedAt: now() },
        question: null,
        answer: { message: answer, body: { messageId: answer.id, parts: [] } },
        run: newRun(chat.id, answer.id),
        discard: [],
      },
      question.page === null ? request.page : null,
    );
  }

  async function newAnswer(
    id: MessageId,
    chatId: ChatId,
    parentId: MessageId,
    modelRef: ModelRef,
  ): Promise<Message> {
    const assistantName = await resolveModel(modelRef).then(
      (model) => model.assistantName,
      () => null,
    );
    return newMessage(id, chatId, now(), {
      role: 'assistant',
      status: 'streaming',
      parentId,
      modelRef,
      assistantName,
    });
  }

  async function stop(messageId: MessageId): Promise<void> {
    const run = active.get(messageId);
    run?.abort.abort();
    await run?.done;
  }

  async function send(request: SendRequest): Promise<void> {
    const { chatId, messageId, answerId, text, modelRef, readPage, page } = request;
    if ((await store.message(messageId)) !== undefined) return;
    const at = now();
    const chat = (await store.chat(chatId)) ?? newChat(chatId, at);
    const parts: readonly ContentPart[] = [{ type: 'text', text }];
    const answer = await newAnswer(answerId, chatId, messageId, modelRef);
    const question = newMessage(messageId, chatId, at, {
      role: 'user',
      status: 'complete',
      parentId: chat.leafId,
    });
    const cleared = chat.clearedLeafId === null ? [] : await store.messagesOf(chatId);
    await begin(
      {
        chat: {
          ...chat,
          title: chat.title === '' ? titleFrom(text) : chat.title,
          leafId: answerId,
          clearedLeafId: null,
          deletedAt: null,
          modelRef,
          readPage: readPage ?? chat.readPage,
          updatedAt: at,
        },
        question: { message: question, body: { messageId, parts } },
        answer: { message: answer, body: { messageId: answerId, parts: [] } },
        run: newRun(chatId, answerId),
        discard: cleared.map(({ id }) => id),
      },
      page,
    );
  }

  async function regenerate(request: RegenerateRequest): Promise<void> {
    if ((await store.message(request.answerId)) !== undefined) return;
    const old = await store.message(request.messageId);
    if (old?.parentId == null) throw gone('answer');
    await answerTo(old.parentId, request);
  }

  async function resume({ messageId, modelRef, page, dropPage }: ResumeRequest): Promise<void> {
    if (active.has(messageId)) return;
    const message = await store.message(messageId);
    const chat = message && (await store.chat(message.chatId));
    if (!message || !chat || message.parentId === null) throw gone('answer');
    const question = await store.message(message.parentId);
    if (dropPage) await store.setPage(message.parentId, null);
    const parts = unstored.get(messageId)?.answer.parts ?? (await store.thread(messageId)).at(-1)?.parts ?? [];
    const answer = await newAnswer(messageId, chat.id, message.parentId, modelRef);
    await begin(
      {
        chat: { ...chat, modelRef, updatedAt: now() },
        question: null,
        answer: { message: { ...answer, createdAt: message.createdAt }, body: { messageId, parts } },
        run: newRun(chat.id, messageId),
        discard: [],
      },
      dropPage || question?.page != null ? null : page,
    );
  }

  return {
    send: (request) => once(request.messageId, () => send(request)),
    regenerate: (request) => once(request.answerId, () => regenerate(request)),
    resume: (request) => once(request.messageId, () => resume(request)),
    stop,

    async stopChat(chatId) {
      const ids = [...active].filter(([, { live }]) => live.run.chatId === chatId).map(([id]) => id);
      await Promise.all(ids.map(stop));
    },

    watch(chatId, listener) {
      const runs = [...unstored.values(), ...[...active.values()].map(({ live }) => live)];
      // Snapshots first: they publish what is held back, which a new listener has in its snapshot.
      const live = runs.filter(({ run }) => run.chatId === chatId).map((one) => one.snapshot());
      return { live, close: listeners.add(chatId, listener) };
    },
  };
}

function gone(what: string): ChatFailure {
  return new ChatFailure({ kind: 'unknown', detail: `That ${what} is no longer there.` });
}
