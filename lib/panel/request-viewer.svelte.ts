import type { MessageId } from '../domain/ids';
import type { RequestView } from '../domain/sent-request';
import type { EngineClient } from '../messaging/engine-client';
import type { PanelSession } from './panel-session.svelte';

/** What is looked at: a request that would go now, one that went, or that there is none to show. */
export type ShownRequest =
  { readonly kind: 'preview' | 'sent'; readonly view: RequestView } | { readonly kind: 'unknown' };

/** Shows a request as it goes out, before or after. */
export class RequestViewer {
  #shown = $state.raw<ShownRequest | null>(null);
  readonly #client: EngineClient;
  readonly #session: Pick<PanelSession, 'chatId' | 'model' | 'readPage' | 'pageContext'>;

  constructor(client: EngineClient, session: Pick<PanelSession, 'chatId' | 'model' | 'readPage' | 'pageContext'>) {
    this.#client = client;
    this.#session = session;
  }

  get shown(): ShownRequest | null {
    return this.#shown;
  }

  /** Shows what asking `text` now would send. Rejects with the reason where that can't be told, e.g. an unread page. */
  async preview(text: string, replaces?: MessageId): Promise<void> {
    const { chatId, model, readPage, pageContext } = this.#session;
    const page = readPage ? await pageContext.request() : null;
    const modelRef = model.ref;
    const draft = { chatId, text, modelRef, page, ...(replaces === undefined ? {} : { replaces }) };
    const view = await this.#client.request({ type: 'preview-request', ...draft });
    this.#shown = { kind: 'preview', view };
  }

  /** Shows what an answer was asked with. */
  async sent(messageId: MessageId): Promise<void> {
    const view = await this.#client.request({ type: 'sent-request', messageId });
    this.#shown = view === null ? { kind: 'unknown' } : { kind: 'sent', view };
  }

  close(): void {
    this.#shown = null;
  }
}
