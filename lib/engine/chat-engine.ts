import type { Chat, Message, ModelRef, QueuedQuestion } from '../domain/chat';
import { ChatFailure } from '../domain/errors';
import { randomId, type ChatId, type MakeId, type MessageId } from '../domain/ids';
import { visibleTree } from '../domain/visible-tree';
import { leaveOutUnread } from '../domain/whole-page/finding';
import { ownAttachments } from './attachments/own-attachments';
import { createAnswerRuns, type AnswerRuns } from './answer-runs';
import type { AnswerSources } from './answer-events';
import { createOnce } from './create-once';
import { createSerial } from './create-serial';
import type { RegenerateRequest, ResumeRequest, SendRequest } from './engine-requests';
import { keepShownText, type ShownText } from './keep-shown-text';
import { newAnswer, type Looking } from './new-answer';
import { newChat } from './new-message';
import { dueQuestion, waitInstead } from './question-queue';
import { questionTurn } from './question-turn';
import { createUnreadMark } from './unread-mark';

export interface ChatEngineDependencies extends Omit<AnswerSources, 'newId'> {
  /** This background instance; runs of others are dead. */
  readonly ownerId: string;
  /** Called with true when the first run starts and false when the last has ended. */
  readonly onActivity: (active: boolean) => void;
  readonly newId?: MakeId;
  /** The name that a model's answers carry, where that is known without a look. */
  readonly nameOf?: (modelRef: ModelRef) => string | undefined;
}

/** Owns every answer from its question to its end. Requests may be repeated: what was done already is not done again. */
export interface ChatEngine extends Pick<AnswerRuns, 'stop' | 'stopChat' | 'retryNow' | 'watch'> {
  /** Asks a question; while the answer that it follows is still written, puts it into the chat's queue. */
  send(request: SendRequest): Promise<void>;
  regenerate(request: RegenerateRequest): Promise<void>;
  resume(request: ResumeRequest): Promise<void>;
  /** Keeps what a panel had on its screen of an answer whose background died. */
  keepShown(shown: ShownText): Promise<void>;
  /** Takes a question out of the queue, if it is still there. */
  unqueue(chatId: ChatId, messageId: MessageId): Promise<void>;
  /** Asks the first question of the queue whose turn it is, one of the branch on view before others. */
  sendQueued(chatId: ChatId): Promise<void>;
  /** Somebody looks at the chat: its last answer is no longer news. */
  markSeen(chatId: ChatId): Promise<void>;
  /** Carries out work on a chat's row apart from all other such work: the next begins when it has ended. */
  inChat<Result>(chatId: ChatId, work: () => Promise<Result>): Promise<Result>;
}

/** Ends after which the queue goes on by itself. After a failure the user decides. */
const GOES_ON: ReadonlySet<Message['status']> = new Set(['complete', 'stopped', 'length', 'filtered', 'refused']);

/**
 * The chat engine: turns requests into turns and runs. It commits a turn before any request goes out; what happens to
 * a run is `answer-runs`. No browser, database or SDK.
 */
export function createChatEngine(dependencies: ChatEngineDependencies): ChatEngine {
  const { store, resolveModel, now = Date.now, newId = randomId } = dependencies;
  /** Requests come again after a broken port; each is begun once, by the message it makes. */
  const once = createOnce<MessageId>();
  const serial = createSerial<ChatId>();
  const runs = createAnswerRuns({
    ...dependencies,
    now,
    newId,
    onEnd: ({ id, chatId, status }) => {
      if (!runs.isSeen(chatId)) void mark(chatId, true).catch(console.error);
      if (GOES_ON.has(status)) void sendQueued(chatId, id).catch(console.error);
    },
  });

  const mark = createUnreadMark(store, serial);

  /** Looks for a model; whoever needs it hears where it is missing. */
  function look(modelRef: ModelRef): Looking {
    const resolved = resolveModel(modelRef);
    resolved.catch(() => undefined);
    return { resolved, name: dependencies.nameOf?.(modelRef) };
  }

  async function askQuestion(
    chat: Chat,
    question: QueuedQuestion,
    { model = look(question.modelRef), isNew = false } = {},
  ): Promise<void> {
    const { messageId, answerId, modelRef, page, replaces, parameters, wholePage, attached = [] } = question;
    const at = now();
    const former = replaces === undefined ? undefined : await store.message(replaces);
    const row = { id: answerId, chatId: chat.id, parentId: messageId };
    const answer = await newAnswer(row, { ...chat, modelRef, parameters, wholePage }, model, now);
    // Another version of a question stands among what was cleared, which is there again with it.
    const cleared = chat.clearedLeafId === null || former !== undefined ? [] : await store.messagesOf(chat.id);
    await Promise.all(cleared.map(({ id }) => runs.stop(id)));
    const run = runs.newRun(chat.id, answerId);
    const own = attached.length === 0 ? undefined : await ownAttachments(store, attached, { messageId, newId });
    const discard = cleared.map(({ id }) => id);
    const turn = questionTurn(chat, question, { answer, run, former, discard, at, own });
    const isRead = turn.question.message.page !== null;
    await runs.begin({ ...turn, isNew }, isRead ? null : page, model.resolved);
  }

  /** Begins a chat with its first question without a look at what is stored; false: there is such a chat. */
  async function begin(chat: Chat, question: QueuedQuestion, model: Looking): Promise<boolean> {
    try {
      await askQuestion(chat, question, { model, isNew: true });
      return true;
    } catch (reason) {
      if ((reason as { readonly name?: string }).name === 'ConstraintError') return false;
      throw reason;
    }
  }

  async function send(request: SendRequest): Promise<void> {
    const { chatId, readPage, persona, chatParameters, begins, ...question } = request;
    const model = look(question.modelRef);
    const choiceIn = (chat: Chat) => ({
      readPage: readPage ?? chat.readPage,
      ...(persona !== undefined && { persona, personaId: persona?.id ?? null }),
      ...(chatParameters !== undefined && { parameters: chatParameters }),
    });
    const fresh = newChat(chatId, now());
    if (begins === true && (await begin({ ...fresh, ...choiceIn(fresh) }, question, model))) return;
    const [asked, stored] = await Promise.all([store.message(question.messageId), store.chat(chatId)]);
    if (asked !== undefined) return;
    const chat = stored ?? fresh;
    const after = chat.leafId;
    if (question.replaces !== undefined || after === null || !runs.has(after)) {
      return askQuestion({ ...chat, ...choiceIn(chat) }, question, { model });
    }
    if (chat.queue.some(({ messageId }) => messageId === question.messageId)) return;
    await store.updateChat(chatId, { ...choiceIn(chat), queue: [...chat.queue, { ...question, after }] });
  }

  /** Asks the next question of the queue: that which waits for the answer `ended`, where that is given. */
  function sendQueued(chatId: ChatId, ended?: MessageId): Promise<void> {
    return serial(chatId, async () => {
      const chat = await store.chat(chatId);
      if (chat === undefined || chat.deletedAt !== null || chat.queue.length === 0) return;
      const answers = new Set(visibleTree(await store.messagesOf(chatId)).map(({ id }) => id));
      const isDone = (id: MessageId) => answers.has(id) && !runs.has(id);
      const next = dueQuestion(chat, { ended, isDone });
      if (next === undefined) return;
      await askQuestion({ ...chat, queue: chat.queue.filter((one) => one !== next) }, next);
    });
  }

  /** Each request reads the chat's row and writes it whole, so those of one chat follow one another. */
  async function inChatOf(messageId: MessageId, work: () => Promise<void>): Promise<void> {
    const message = await store.message(messageId);
    return message === undefined ? work() : serial(message.chatId, work);
  }

  async function regenerate(request: RegenerateRequest): Promise<void> {
    if ((await store.message(request.answerId)) !== undefined) return;
    const former = await store.message(request.messageId);
    if (former?.deletion !== undefined) throw gone();
    const questionId = former?.parentId ?? null;
    const question = questionId === null ? undefined : await store.message(questionId);
    const chat = question && (await store.chat(question.chatId));
    if (!question || !chat) throw gone();
    const { modelRef, parameters, wholePage } = request;
    const wanted = { ...chat, modelRef, parameters, wholePage };
    const model = look(modelRef);
    const row = { id: request.answerId, chatId: chat.id, parentId: question.id };
    const answer = await newAnswer(row, wanted, model, now);
    await runs.begin(
      {
        chat: {
          ...chat,
          leafId: answer.id,
          clearedLeafId: null,
          modelRef: request.once === true ? chat.modelRef : request.modelRef,
          queue: waitInstead(chat.queue, runs.has(request.messageId) ? undefined : request.messageId, answer.id),
          updatedAt: now(),
        },
        question: null,
        answer: { message: answer, body: { messageId: answer.id, parts: [] } },
        run: runs.newRun(chat.id, answer.id),
        discard: [],
      },
      question.page === null ? request.page : null,
      model.resolved,
    );
  }

  async function resume({ messageId, page, dropPage, overBudget, ...request }: ResumeRequest): Promise<void> {
    if (runs.has(messageId)) return;
    const message = await store.message(messageId);
    const chat = message && (await store.chat(message.chatId));
    if (!message || !chat || message.parentId === null || message.deletion !== undefined) throw gone();
    const question = await store.message(message.parentId);
    if (dropPage) await store.setPage(message.parentId, null);
    const stood = runs.unstoredParts(messageId) ?? (await store.thread(messageId)).at(-1)?.parts ?? [];
    const parts = request.leaveOutUnread === true ? leaveOutUnread(stood) : stood;
    const { wholePage } = message;
    // Its user agreed to that model's host and price.
    const { modelRef, parameters } =
      wholePage && message.modelRef ? { ...message, modelRef: message.modelRef } : request;
    const wanted = { ...chat, modelRef, parameters, wholePage };
    const model = look(modelRef);
    const answer = await newAnswer(message, wanted, model, now);
    await runs.begin(
      {
        chat: { ...chat, modelRef, updatedAt: now() },
        question: null,
        answer: { message: { ...answer, ...whatWasAsked(message) }, body: { messageId, parts } },
        run: runs.newRun(chat.id, messageId),
        discard: [],
      },
      dropPage || question?.page != null ? null : page,
      model.resolved,
      overBudget,
    );
  }

  return {
    send: (request) => once(request.messageId, () => serial(request.chatId, () => send(request))),
    regenerate: (request) => once(request.answerId, () => inChatOf(request.messageId, () => regenerate(request))),
    resume: (request) => once(request.messageId, () => inChatOf(request.messageId, () => resume(request))),
    keepShown: (shown) => inChatOf(shown.messageId, () => keepShownText(store, shown, now())),
    unqueue: (chatId, messageId) =>
      serial(chatId, async () => {
        const queue = (await store.chat(chatId))?.queue ?? [];
        await store.updateChat(chatId, { queue: queue.filter((queued) => queued.messageId !== messageId) });
      }),
    sendQueued: (chatId) => sendQueued(chatId),
    markSeen: (chatId) => mark(chatId, false),
    inChat: serial,
    stop: runs.stop,
    stopChat: runs.stopChat,
    retryNow: runs.retryNow,
    watch: runs.watch,
  };
}

/** What an answer that is taken up again keeps of what was asked for it before. */
function whatWasAsked({ createdAt, usage, sent, spent }: Message): Partial<Message> {
  const before = spent ?? (usage === null ? undefined : { requests: 1, usage, cost: null });
  return { createdAt, usage, ...(sent && { sent }), ...(before && { spent: before }) };
}

function gone(): ChatFailure {
  return new ChatFailure({ kind: 'unknown', detail: 'That answer is no longer there.' });
}
