import type { AttachedPart } from '../domain/attachments/attached';
import type { MessageId, SnapshotId } from '../domain/ids';
import type { RequestView } from '../domain/sent-request';
import type { EngineClient } from '../messaging/engine-client';
import type { PanelSession } from './panel-session.svelte';

/** What is looked at: a request that would go now, one that went, or that there is none to show. */
export type ShownRequest =
  | {
      readonly kind: 'preview';
      readonly view: RequestView;
      /** The page that the question brings: what of it goes can still be changed. */
      readonly pageId: SnapshotId | null;
      /** Whether the model was sent that page before, in this chat. */
      readonly went: boolean;
    }
  | { readonly kind: 'sent'; readonly view: RequestView }
  | { readonly kind: 'unknown' };

type Viewed = Pick<PanelSession, 'setup' | 'chatId' | 'model' | 'readPage' | 'pageContext' | 'thread'>;

/** Shows a request as it goes out, before or after. */
export class RequestViewer {
  #shown = $state.raw<ShownRequest | null>(null);
  #asked: Parameters<RequestViewer['preview']> = [''];
  readonly #client: EngineClient;
  readonly #session: Viewed;

  constructor(client: EngineClient, session: Viewed) {
    this.#client = client;
    this.#session = session;
  }

  get shown(): ShownRequest | null {
    return this.#shown;
  }

  /** Shows what asking `text` now would send. Rejects with the reason where that can't be told, e.g. an unread page. */
  async preview(text: string, replaces?: MessageId, attached: readonly AttachedPart[] = []): Promise<void> {
    const { chatId, model, readPage, pageContext, thread, setup } = this.#session;
    const asked = readPage ? pageContext.request() : null;
    const [page, { parameters }] = await Promise.all([asked, setup.wishes()]);
    const modelRef = model.ref;
    const draft = {
      chatId,
      text,
      modelRef,
      page,
      ...(parameters && { parameters }),
      ...(replaces === undefined ? {} : { replaces }),
      ...(attached.length === 0 ? {} : { attached }),
    };
    const view = await this.#client.request({ type: 'preview-request', ...draft });
    const pageId = page?.snapshotId ?? null;
    const url = view.leftOut.maps?.find(({ snapshotId }) => snapshotId === pageId)?.url;
    const went = url !== undefined && thread?.branch.some((message) => message.page?.url === url) === true;
    this.#asked = [text, replaces, attached];
    this.#shown = { kind: 'preview', view, pageId, went };
  }

  /** Shows the same question anew, after something of what goes along was changed. */
  async previewAgain(): Promise<void> {
    if (this.#shown?.kind === 'preview') await this.preview(...this.#asked);
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
