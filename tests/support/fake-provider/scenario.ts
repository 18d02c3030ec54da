import type { Wire } from './wire.ts';

/** What a scenario knows of its request. */
export interface Exchange {
  readonly wire: Wire;
  readonly lastUserText: string;
  /** The key as it came; empty without one. */
  readonly key: string;
  /** Resolves when the test releases the next held token. */
  readonly released: () => Promise<void>;
  /** Aborts when the client is gone. */
  readonly gone: AbortSignal;
}

/** An answer: what is written, and what becomes of the connection afterwards. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Null sends no content type. Default: that of the wire. */
  readonly type?: string | null;
  readonly body: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
  /** `reset` breaks the connection, `stall` leaves it open in silence. Default: a proper end. */
  readonly after?: 'reset' | 'stall';
  /** Not even headers are sent; with `after: 'reset'` the connection breaks at once. */
  readonly silent?: boolean;
}

export type Scenario = (exchange: Exchange) => Reply;
