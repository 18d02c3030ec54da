import { ChatFailure } from '../../lib/domain/errors';
import type { ChatId } from '../../lib/domain/ids';
import type { ChatEngine } from '../../lib/engine/chat-engine';
import type { ChatStore } from '../../lib/engine/chat-store';
import type { RequestHandlers } from '../../lib/messaging/panel-host';
import type { TemporaryVault } from '../../lib/storage/private-vault';

type TemporaryHandlers = Pick<RequestHandlers, 'keep-temporary-chat' | 'end-temporary-chat'>;

interface TemporaryHandlerDependencies {
  readonly vault: TemporaryVault;
  readonly engine: Pick<ChatEngine, 'stopChat'>;
  /** Where chats are kept for good. */
  readonly stored: ChatStore;
  /** No temporary chat is left. */
  readonly onNone: () => void;
}

/** What ends temporary chats. */
export interface TemporaryChats {
  /** Stops what is written in a chat and forgets it. */
  end(chatId: ChatId): Promise<void>;
  /** Stores a chat for good, whole, and forgets the temporary one. */
  keep(chatId: ChatId): Promise<void>;
}

/** Makes what ends temporary chats, over the engine that runs them. */
export function createTemporaryChats(dependencies: TemporaryHandlerDependencies): TemporaryChats {
  const { vault, engine, stored, onNone } = dependencies;

  async function forget(chatId: ChatId): Promise<void> {
    if ((await vault.forget(chatId)) === 0) onNone();
  }

  return {
    async end(chatId) {
      // What waits in its queue must not be asked when its answer stops.
      await vault.store.updateChat(chatId, { queue: [], deletedAt: Date.now() });
      await engine.stopChat(chatId);
      await forget(chatId);
    },
    async keep(chatId) {
      const taken = await vault.take(chatId);
      // Asked again after a broken port: it was done.
      if (taken === null && (await stored.chat(chatId)) !== undefined) return;
      if (taken === null) {
        throw new ChatFailure({ kind: 'unknown', detail: 'This temporary chat is over: nothing of it is left.' });
      }
      if (taken.whole.messages.some(({ status }) => status === 'streaming')) {
        throw new ChatFailure({
          kind: 'unknown',
          detail: 'An answer is still being written. Keep the chat when it has ended.',
        });
      }
      await stored.addChat(taken.whole);
      for (const given of taken.feedback) await stored.rate(given.messageId, given);
      await forget(chatId);
    },
  };
}

/** The requests that end temporary chats; null: the chats of this port are none. */
export function createTemporaryHandlers(chats: TemporaryChats | null): TemporaryHandlers {
  async function end(act: (chats: TemporaryChats) => Promise<void>): Promise<null> {
    if (chats === null) throw new ChatFailure({ kind: 'unknown', detail: 'This is no temporary chat.' });
    await act(chats);
    return null;
  }
  return {
    'keep-temporary-chat': ({ chatId }) => end((temporary) => temporary.keep(chatId)),
    'end-temporary-chat': ({ chatId }) => end((temporary) => temporary.end(chatId)),
  };
}
