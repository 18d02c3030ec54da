import * as v from 'valibot';
import { toChatError } from '../domain/errors';
import type { Channel } from './channel';
import { requestEnvelope, type BackgroundMessage, type PanelRequest, type ReplyTo } from './protocol';

/** How to carry out each request of a panel. `post` reaches that panel, for as long as it is there. */
export type RequestHandlers = {
  readonly [Type in PanelRequest['type']]: (
    request: Extract<PanelRequest, { type: Type }>,
    panel: HostedPanel,
  ) => Promise<ReplyTo<Type>> | ReplyTo<Type>;
};

/** One connected panel, as handlers see it. */
export interface HostedPanel {
  post(message: BackgroundMessage): void;
  /** Replaces what the panel watched before; the former is closed. */
  watch(close: () => void): void;
}

/** Serves a panel over a channel until it closes. What does not fit the protocol is dropped with a warning. */
export function hostPanel(channel: Channel, handlers: RequestHandlers): void {
  let unwatch = (): void => undefined;
  let gone = false;
  const panel: HostedPanel = {
    post: (message) => channel.post(message),
    watch(close) {
      unwatch();
      unwatch = close;
      // A handler that waited may come here after the panel has gone.
      if (gone) close();
    },
  };

  channel.onMessage((message) => {
    const parsed = v.safeParse(requestEnvelope, message);
    if (parsed.success) void answer(parsed.output.requestId, parsed.output.request);
    else refuse(message);
  });
  channel.onClose(() => {
    gone = true;
    unwatch();
  });

  async function answer(requestId: number, request: PanelRequest): Promise<void> {
    try {
      const handle = handlers[request.type] as (request: PanelRequest, panel: HostedPanel) => unknown;
      panel.post({ type: 'reply', requestId, value: await handle(request, panel) });
    } catch (reason) {
      panel.post({ type: 'failure', requestId, error: toChatError(reason) });
    }
  }

  function refuse(message: unknown): void {
    console.warn('Aside: a panel sent what is no request.');
    const envelope = v.safeParse(v.object({ requestId: v.number() }), message);
    if (!envelope.success) return;
    const error = { kind: 'unknown', detail: 'Aside did not understand this request.' } as const;
    panel.post({ type: 'failure', requestId: envelope.output.requestId, error });
  }
}
