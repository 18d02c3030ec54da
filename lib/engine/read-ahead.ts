import type { Message, ThreadMessage } from '../domain/chat';
import type { PageSnapshot } from '../domain/page';
import type { ResolvedModel } from './answer-events';
import type { ChatStore, Turn } from './chat-store';
import type { AnswerPrompt, PromptStore } from './prompt-for';

/** What an answer is asked with, looked for while its turn is stored. Both may reject: whoever asks hears it. */
export interface Ahead {
  readonly resolved: Promise<ResolvedModel>;
  /** Missing where the page is asked part by part. */
  readonly prompt?: Promise<AnswerPrompt>;
}

type AheadStore = Pick<ChatStore, 'thread' | 'snapshot' | 'snapshotsOf' | 'pictures'>;

/**
 * Reads at once what the prompt of a turn's answer needs, as it will stand when the turn is stored: what is stored by
 * now, and the turn. Where the two do not meet, it is read when the prompt is made. Only for whoever keeps others from
 * changing the chat meanwhile, and for a question that carries its page already, or none.
 */
export function readAhead(
  store: AheadStore,
  { question, answer, pictures = [] }: Pick<Turn, 'question' | 'answer' | 'pictures'>,
): PromptStore {
  const rows = [question, answer].filter((row) => row !== null);
  const own = rows.map(({ message, body }): ThreadMessage => ({ message, parts: body.parts }));
  const parentId = own[0]?.message.parentId ?? null;
  const before = parentId === null ? Promise.resolve([]) : store.thread(parentId).catch(() => []);
  const thread = before.then((found) => {
    const meets = (found.at(-1)?.message.id ?? null) === parentId;
    return meets ? [...found, ...own] : null;
  });
  const snapshots = thread.then((found) => found && pagesOf(store, found)).catch(() => null);
  return {
    thread: async (leafId) => (await thread) ?? store.thread(leafId),
    async pictures(ids) {
      const stored = ids.filter((id) => !pictures.some((picture) => picture.id === id));
      return [...pictures, ...(stored.length === 0 ? [] : await store.pictures(stored))];
    },
    snapshotsOf: async (chatId) => (await snapshots) ?? store.snapshotsOf(chatId),
  };
}

async function pagesOf(store: AheadStore, thread: readonly ThreadMessage[]): Promise<readonly PageSnapshot[]> {
  const idOf = ({ page }: Message) => page?.snapshotId ?? [];
  const ids = new Set(thread.flatMap(({ message }) => idOf(message)));
  const found = await Promise.all([...ids].map((id) => store.snapshot(id)));
  return found.filter((page) => page !== undefined);
}
