import type { MessageId } from '../../domain/ids';
import type { PageRequest } from '../../domain/page';
import type { WholePagePlan } from '../../domain/whole-page/plan';
import type { WholePageView } from '../../domain/whole-page/whole-page-view';
import type { EngineClient } from '../../messaging/engine-client';
import type { PanelSession } from '../panel-session.svelte';

/** What is looked at: what would be asked over a whole page, what was, or that there is none to show. */
export type ShownWholePage =
  { readonly kind: 'plan' | 'sent'; readonly view: WholePageView } | { readonly kind: 'unknown' };

/** The page of a question and how it is read part by part, as its user agreed to it. */
export interface AgreedWholePage {
  readonly page: PageRequest;
  readonly plan: WholePagePlan;
}

type Session = Pick<PanelSession, 'chatId' | 'model' | 'setup' | 'pageContext' | 'regenerate'>;

/** Puts questions over whole pages: shows what that takes, and does it once its user agrees. */
export class WholePageAsking {
  #shown = $state.raw<ShownWholePage | null>(null);
  #go: (() => Promise<void>) | null = null;
  readonly #client: Pick<EngineClient, 'request'>;
  readonly #session: Session;
  readonly #send: (over: AgreedWholePage) => Promise<void>;

  /** `send` asks what stands in the composer, as it was agreed. */
  constructor(
    client: Pick<EngineClient, 'request'>,
    session: Session,
    send: (over: AgreedWholePage) => Promise<void>,
  ) {
    this.#client = client;
    this.#session = session;
    this.#send = send;
  }

  get shown(): ShownWholePage | null {
    return this.#shown;
  }

  /** Shows what asking `text`, which stands in the composer, over the page in front would take. */
  async planQuestion(text: string): Promise<void> {
    const page = await this.#session.pageContext.request();
    if (page === null) return;
    const view = await this.#plan({ text, page });
    this.#go = () => this.#send({ page: { ...page, snapshotId: view.snapshotId }, plan: view.plan });
  }

  /** Shows what asking the question of an answer again, over the whole page that it carried, would take. */
  async planAnswer(answerId: MessageId): Promise<void> {
    const view = await this.#plan({ text: '', page: null, answerId });
    this.#go = () => this.#session.regenerate(answerId, undefined, view.plan);
  }

  async #plan(draft: { text: string; page: PageRequest | null; answerId?: MessageId }): Promise<WholePageView> {
    const { chatId, model, setup } = this.#session;
    const { parameters } = await setup.wishes();
    const wishes = parameters && { parameters };
    const view = await this.#client.request({
      type: 'plan-whole-page',
      chatId,
      modelRef: model.ref,
      ...draft,
      ...wishes,
    });
    this.#shown = { kind: 'plan', view };
    return view;
  }

  /** Does what is shown. */
  async agree(): Promise<void> {
    const go = this.#go;
    this.close();
    await go?.();
  }

  /** Shows what an answer over a whole page was asked with. */
  async sent(messageId: MessageId): Promise<void> {
    const view = await this.#client.request({ type: 'sent-whole-page', messageId });
    this.#shown = view === null ? { kind: 'unknown' } : { kind: 'sent', view };
  }

  close(): void {
    this.#shown = null;
    this.#go = null;
  }
}
