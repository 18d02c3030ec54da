import { untrack } from 'svelte';
import type { Message } from '../../domain/chat';
import type { EngineClient } from '../../messaging/engine-client';
import type { PanelSession } from '../panel-session.svelte';

/** A message to be scrolled to, and the folded terms it was found by. */
export interface WantedMessage {
  readonly message: Message;
  readonly terms: readonly string[];
}

/** Leads to a message that was found: its chat, its branch, its place. Made while a component is set up. */
export class MessageReveal {
  #wanted = $state.raw<WantedMessage | null>(null);
  #asked: WantedMessage | null = null;
  readonly #session: Pick<PanelSession, 'thread' | 'chatId'>;

  constructor(
    session: Pick<PanelSession, 'thread' | 'chatId'>,
    client: Pick<EngineClient, 'request'>,
    run: (work: Promise<unknown>) => void,
  ) {
    this.#session = session;
    // Another branch may be on view.
    $effect(() => {
      const wanted = this.#wanted;
      if (wanted === null || this.due !== null || this.#asked === wanted) return;
      if (session.thread?.chat?.id !== wanted.message.chatId) return;
      this.#asked = wanted;
      untrack(() => run(client.request({ type: 'select-version', messageId: wanted.message.id })));
    });
  }

  /** Opens the message's chat by `open`; `due` is the message when it is there. */
  async show(wanted: WantedMessage, open: () => Promise<void>): Promise<void> {
    await open();
    this.#wanted = wanted;
  }

  /** The message that can be scrolled to now. */
  get due(): WantedMessage | null {
    const wanted = this.#wanted;
    const isThere = this.#session.thread?.branch.some(({ id }) => id === wanted?.message.id) ?? false;
    return isThere ? wanted : null;
  }

  /** It was scrolled to. */
  done(): void {
    this.#wanted = null;
  }
}
