import type { EngineClient } from '../../lib/messaging/engine-client';
import type { BackgroundMessage, PanelRequest } from '../../lib/messaging/protocol';

type Push = Exclude<BackgroundMessage, { type: 'reply' | 'failure' }>;

/** An engine client whose other side is the test. */
export interface TestClient extends EngineClient {
  /** All requests so far, in order. */
  readonly asked: readonly PanelRequest[];
  readonly askedFor: <Type extends PanelRequest['type']>(type: Type) => Extract<PanelRequest, { type: Type }>[];
  push(message: Push): void;
  open(): void;
  disconnect(): void;
}

/** Makes the client; `answer` gives each request's reply, or throws its failure. */
export function createTestClient(answer: (request: PanelRequest) => unknown = () => null): TestClient {
  const asked: PanelRequest[] = [];
  const pushes = new Set<(message: Push) => void>();
  const opens = new Set<() => void>();
  const disconnects = new Set<() => void>();
  return {
    asked,
    askedFor: (type) => asked.filter((request) => request.type === type) as never,
    async request(request) {
      asked.push(request);
      return (await answer(request)) as never;
    },
    wake: () => undefined,
    onPush: (listener) => listen(pushes, listener),
    onOpen: (listener) => listen(opens, listener),
    onDisconnect: (listener) => listen(disconnects, listener),
    close: () => undefined,
    push: (message) => pushes.forEach((listener) => listener(message)),
    open: () => opens.forEach((listener) => listener()),
    disconnect: () => disconnects.forEach((listener) => listener()),
  };
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
