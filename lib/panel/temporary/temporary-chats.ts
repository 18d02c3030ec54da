import type { ChatId } from '../../domain/ids';
import type { WantedMessage } from '../history/message-reveal.svelte';

/** Where a panel goes from a temporary chat. */
export interface NextView {
  /** A stored chat; null: a new one. */
  readonly chatId: ChatId | null;
  /** A message of it to scroll to; null: none. */
  readonly message: WantedMessage | null;
}

/** A panel's way into a temporary chat and out of it. Whoever goes finds the panel built anew. */
export interface TemporaryChats {
  /** Whether the chat on view is one. */
  readonly isOn: boolean;
  start(): Promise<void>;
  /** Forgets the temporary chat, if it has begun, and goes on there. Rejects with a `ChatFailure`; then all is as it was. */
  end(next: NextView): Promise<void>;
  /** Stores the chat for good, whole, and goes on there; without `next` in that chat. Rejects in the same way. */
  keep(next?: NextView): Promise<void>;
}
