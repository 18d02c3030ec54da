import type { PanelServices } from '../panel-services';
import type { PanelSession } from '../panel-session.svelte';
import type { NextView } from './temporary-chats';

/** A new chat. */
const NEW: NextView = { chatId: null, message: null };

/** The way out of a temporary chat: at once while there is nothing in it, else the user is asked first. */
export class TemporaryLeaving {
  /** Where the user wants to go while that is asked; null: nothing is. */
  asked = $state.raw<NextView | null>(null);
  readonly #services: Pick<PanelServices, 'temporary'>;
  readonly #session: Pick<PanelSession, 'thread'>;

  constructor(services: Pick<PanelServices, 'temporary'>, session: Pick<PanelSession, 'thread'>) {
    this.#services = services;
    this.#session = session;
  }

  /** Whether the chat on view is a temporary one. */
  get isOn(): boolean {
    return this.#services.temporary?.isOn === true;
  }

  /** Goes from the temporary chat to another one. */
  async leave(next: NextView = NEW): Promise<void> {
    if ((this.#session.thread?.messages.length ?? 1) > 0) this.asked = next;
    else await this.#services.temporary?.end(next);
  }

  async end(): Promise<void> {
    const next = this.asked ?? NEW;
    this.asked = null;
    await this.#services.temporary?.end(next);
  }

  /** Stores the chat for good and goes on in it, or where the user wanted to go. */
  async keep(): Promise<void> {
    const next = this.asked;
    this.asked = null;
    await this.#services.temporary?.keep(next === null || next === NEW ? undefined : next);
  }
}
