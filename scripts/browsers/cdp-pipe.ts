import type { Readable, Writable } from 'node:stream';

type Handler = (params: never, sessionId: string | undefined) => void;

interface Incoming {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

/** The DevTools protocol over a browser's debugging pipe: the one channel that may load an unpacked extension. */
export interface CdpPipe {
  /** Sends one command and gives its result; rejects with the browser's message. The caller knows the result's type. */
  send<Result = unknown>(method: string, params?: object, sessionId?: string): Promise<Result>;
  on<Params>(method: string, handler: (params: Params, sessionId: string | undefined) => void): void;
}

/** Speaks the protocol (JSON ended by a zero byte) through the two ends that the browser was started with. */
export function createCdpPipe(toBrowser: Writable, fromBrowser: Readable): CdpPipe {
  const waiting = new Map<
    number,
    { resolve: (value: never) => void; reject: (error: Error) => void; what: string }
  >();
  const handlers = new Map<string, Handler[]>();
  let lastId = 0;
  let closed = false;
  let pending: Buffer[] = [];

  function receive(message: Incoming): void {
    if (message.id === undefined) {
      const found = handlers.get(message.method ?? '') ?? [];
      for (const handler of found) handler(message.params as never, message.sessionId);
      return;
    }
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error) caller?.reject(new Error(`${caller.what}: ${message.error.message}`));
    else caller?.resolve(message.result as never);
  }

  function close(): void {
    closed = true;
    for (const { reject, what } of waiting.values()) reject(new Error(`${what}: the browser has ended`));
    waiting.clear();
  }

  fromBrowser.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      pending.push(rest.subarray(0, end));
      receive(JSON.parse(Buffer.concat(pending).toString('utf8')) as Incoming);
      pending = [];
      rest = rest.subarray(end + 1);
    }
    pending.push(rest);
  });
  fromBrowser.on('close', close);
  fromBrowser.on('error', close);
  // The browser's end is noticed on the other stream.
  toBrowser.on('error', () => undefined);

  return {
    send(method, params = {}, sessionId) {
      if (closed) return Promise.reject(new Error(`${method}: the browser has ended`));
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, what: method });
        toBrowser.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
      });
    },
    on(method, handler) {
      handlers.set(method, [...(handlers.get(method) ?? []), handler]);
    },
  };
}
