import type { Chat } from '../../domain/chat';
import { textOf } from '../../domain/content';
import {
  filterRated,
  modelNameOf,
  ratedLine,
  type RatedAnswer,
  type RatedFilter,
} from '../../domain/feedback/rated-answer';
import type { ChatId, MessageId } from '../../domain/ids';
import type { EngineClient } from '../../messaging/engine-client';
import type { QuerySource } from '../query-source';

const ALL: RatedFilter = { rating: null, reason: null, model: null, since: null, text: '' };

interface RatedAnswersDependencies {
  readonly queries: Pick<QuerySource, 'rated' | 'chats' | 'messages' | 'bodies'>;
  readonly client: Pick<EngineClient, 'request'>;
  readonly save: (name: string, mime: string, content: string) => void;
}

/** The answers that have a thumb: listed, filtered, saved for an evaluation. */
export class RatedAnswers {
  readonly #dependencies: RatedAnswersDependencies;
  #all = $state.raw<readonly RatedAnswer[] | null>(null);
  filter = $state.raw<RatedFilter>(ALL);
  /** How many lines are made of how many; null while none are being made. */
  #saving = $state.raw<{ readonly done: number; readonly of: number } | null>(null);
  readonly shown: readonly RatedAnswer[] = $derived.by(() => filterRated(this.#all ?? [], this.filter));
  readonly models: readonly string[] = $derived.by(() =>
    [...new Set((this.#all ?? []).map(({ message }) => modelNameOf(message)))].toSorted(),
  );

  constructor(dependencies: RatedAnswersDependencies) {
    this.#dependencies = dependencies;
  }

  /** Whether they have been read. */
  get isRead(): boolean {
    return this.#all !== null;
  }

  get saving(): { readonly done: number; readonly of: number } | null {
    return this.#saving;
  }

  /** Reads them, or reads them anew. */
  async read(): Promise<void> {
    this.#all = await this.#read();
  }

  /** Saves what is listed as JSON lines. */
  async save(): Promise<void> {
    const { client, save } = this.#dependencies;
    const rated = this.shown;
    const lines: string[] = [];
    try {
      for (const one of rated) {
        this.#saving = { done: lines.length, of: rated.length };
        const messageId = one.message.id;
        const sent = await client.request({ type: 'sent-request', messageId }).catch(() => null);
        lines.push(ratedLine(one, sent));
      }
      save('aside-rated-answers.jsonl', 'application/jsonl', lines.map((line) => `${line}\n`).join(''));
    } finally {
      this.#saving = null;
    }
  }

  async #read(): Promise<readonly RatedAnswer[]> {
    const { queries } = this.#dependencies;
    const [rated, chats] = await Promise.all([queries.rated(), queries.chats()]);
    const chatOf = new Map<ChatId, Chat>(chats.map((chat) => [chat.id, chat]));
    const of = new Map(rated.map((one) => [one.message.id, one]));
    const ids = [...of.values()].flatMap(({ message }) =>
      [message.id, message.parentId].filter((id) => id !== null),
    );
    const bodies = await queries.bodies([...new Set<MessageId>(ids)]);
    const texts = new Map(bodies.map(({ messageId, parts }) => [messageId, textOf(parts)]));
    return [...of.values()].flatMap(({ feedback, message }) => {
      const chat = chatOf.get(message.chatId);
      if (chat === undefined) return [];
      const question = message.parentId === null ? '' : (texts.get(message.parentId) ?? '');
      return [{ feedback, message, chat, question, answer: texts.get(message.id) ?? '' }];
    });
  }
}
