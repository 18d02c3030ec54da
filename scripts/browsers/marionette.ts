import { connect } from 'node:net';

/** Where a command acts: a tab by its handle, the sidebar's document, or the browser's own window. */
export type MarionetteTarget =
  'chrome' | { readonly enter: (send: SendCommand) => Promise<void>; readonly id: string };

export type SendCommand = <Result = unknown>(command: string, parameters?: object) => Promise<Result>;

/** The remote protocol of Firefox (frames of `<bytes>:<json>` over TCP), one command at a time. */
export interface Marionette {
  /**
   * Runs commands that act on one target; nobody else's come between. Their errors carry the WebDriver error code as
   * `name`, e.g. `stale element reference`.
   */
  within<Result>(target: MarionetteTarget, work: (send: SendCommand) => Promise<Result>): Promise<Result>;
  readonly sessionId: string;
  /** Forgets which target commands act on now, after something else moved it. */
  forgetTarget(): void;
  close(): void;
}

interface Answer {
  readonly error: { readonly error: string; readonly message: string } | null;
  readonly result: unknown;
}

/** Connects to the Marionette port of a Firefox and starts a session there. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let current: string | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  const greeting = new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    readFrames(socket, (message) => {
      if (!Array.isArray(message)) return resolve();
      const [, id, error, result] = message as [number, number, Answer['error'], unknown];
      waiting.get(id)?.resolve({ error, result });
      waiting.delete(id);
    });
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has ended'));
    waiting.clear();
  });

  const send: SendCommand = async <Result>(command: string, parameters: object = {}): Promise<Result> => {
    if (socket.destroyed) throw new Error(`${command}: Firefox has ended`);
    const id = ++lastId;
    const frame = JSON.stringify([0, id, command, parameters]);
    const answer = await new Promise<Answer>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      socket.write(`${Buffer.byteLength(frame)}:${frame}`);
    });
    if (answer.error === null) return unwrap(answer.result) as Result;
    const failure = new Error(`${command}: ${answer.error.message || answer.error.error}`);
    failure.name = answer.error.error;
    throw failure;
  };

  async function enter(target: MarionetteTarget): Promise<void> {
    const id = target === 'chrome' ? 'chrome' : target.id;
    if (id === current) return;
    current = undefined;
    await send('Marionette:SetContext', { value: target === 'chrome' ? 'chrome' : 'content' });
    if (target !== 'chrome') await target.enter(send);
    current = id;
  }

  await greeting;
  const { sessionId } = await send<{ sessionId: string }>('WebDriver:NewSession', {
    capabilities: { alwaysMatch: {} },
  });

  return {
    within(target, work) {
      const turn = queue.then(async () => {
        await enter(target);
        return work(send);
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
    sessionId,
    forgetTarget() {
      current = undefined;
    },
    close: () => socket.destroy(),
  };
}

function readFrames(socket: NodeJS.ReadableStream, receive: (message: unknown) => void): void {
  let buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (let colon = buffer.indexOf(':'); colon > 0; colon = buffer.indexOf(':')) {
      const end = colon + 1 + Number(buffer.toString('ascii', 0, colon));
      if (buffer.length < end) return;
      receive(JSON.parse(buffer.toString('utf8', colon + 1, end)));
      buffer = buffer.subarray(end);
    }
  });
}

/** Most results come as `{value}`. */
function unwrap(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'value' in result ? result.value : result;
}
