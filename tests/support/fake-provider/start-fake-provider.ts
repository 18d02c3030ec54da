import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeChatCompletionsWire } from './chat-completions-wire.ts';
import { makeApiChatWire, ollamaAnswer } from './api-chat-wire.ts';
import { createHolds, type Holds } from './holds.ts';
import { hostileScenario } from './hostile-answers.ts';
import { makeMessagesWire } from './messages-wire.ts';
import { mixedScenario } from './mixed-answer.ts';
import { partScenario } from './part-scenarios.ts';
import { readFixture } from './read-fixture.ts';
import { makeResponsesWire } from './responses-wire.ts';
import { brokenAt } from './fault-scenarios.ts';
import type { Exchange, Reply, Scenario } from './scenario.ts';
import { answer, SCENARIOS } from './scenarios.ts';
import { cutAnswer, timedScenario } from './timed-scenarios.ts';
import { EVENT_STREAM, type MakeWire } from './wire.ts';

export interface FakeProviderOptions {
  /** Whether cross-origin requests are answered as the providers do. Default: true. */
  readonly cors?: boolean;
  /** A certificate, to serve https. */
  readonly https?: { readonly key: string; readonly cert: string };
}

/** One request as it came. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed JSON; null without a body. */
  readonly body: unknown;
  /** The client closed the connection before the answer was whole. */
  readonly aborted: boolean;
  /** When each piece of the answer's body was written, in milliseconds since the epoch. */
  readonly writtenAt: readonly number[];
}

export interface FakeProvider {
  /** `http://127.0.0.1:port`, without a path. */
  readonly url: string;
  /** Every request in order, preflights too. */
  readonly requests: readonly RecordedRequest[];
  /** Sends the next `count` held tokens of every running `hold` answer (Infinity: all), or of the next one to come. */
  readonly release: (count?: number) => void;
  /** Makes every answer this scenario, whatever the model's name; null: by name again. */
  readonly setScenario: (name: string | null) => void;
  /** Where the scenarios `redirect` and `redirect-STATUS` point; the status is that of the first. `{path}` is the request's. */
  readonly setRedirect: (location: string, status?: number) => void;
  /** Resolves when `condition` holds for the requests so far. */
  readonly until: (condition: (requests: readonly RecordedRequest[]) => boolean) => Promise<void>;
  /** Ends all connections and the server. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a server on a free loopback port that speaks Chat Completions, Responses, Messages and Ollama's API, each with its
 * list of models. A request's model names its scenario (`SCENARIOS`), `fixture:FILE` a file of tests/fixtures/wire, `say:TEXT`
 * the answer itself, `cut:SEED:TEXT` the same in pieces that are cut anywhere, one a frame, `reset-at:N` and `end-at:N` the scenario `plain` that breaks off after so many bytes,
 * `trickle:MS` a word each MS milliseconds, `gaps` silences of 100 s, `mixed:COUNT@PER_SECOND/PER_EVENT` a long answer
 * of every kind once it is released, `parts…` a model asked over a whole page (`partScenario`), `paced:PER_SECOND:TEXT` the tokens of a text then, `hostile:NAME` one of `HOSTILE_ANSWERS` then.
 */
export async function startFakeProvider({ cors = true, https }: FakeProviderOptions = {}): Promise<FakeProvider> {
  const requests: RecordedRequest[] = [];
  const holds = createHolds();
  const listeners = new Set<() => void>();
  const changed = (): void => listeners.forEach((listener) => listener());
  let forced: string | null = null;
  let redirect = { location: '', status: 307 };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    const text = await readBody(request);
    const recorded = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: text === '' ? null : (JSON.parse(text) as unknown),
      aborted: false,
      writtenAt: [] as number[],
    };
    response.on('close', () => {
      if (!response.writableEnded) recorded.aborted = true;
      gone.abort();
      changed();
    });
    requests.push(recorded);
    changed();
    if (cors) allowOrigin(request, response);
    if (request.method === 'OPTIONS') return void response.writeHead(cors ? 204 : 403).end();
    const body = recorded.body as RequestBody | null;
    const scenario = forced ?? body?.model ?? '';
    const own = ollamaAnswer(recorded.path, body?.model ?? '');
    if (own !== null && !/^(origin|no-show)/.test(forced ?? '')) {
      return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(own));
    }
    const redirected = /^redirect(?:-(3\d\d))?$/.exec(scenario);
    if (redirected) {
      const status = Number(redirected[1] ?? redirect.status);
      const location = redirect.location.replace('{path}', recorded.path);
      return void response.writeHead(status, { location }).end();
    }
    const written = (): void => {
      recorded.writtenAt.push(Date.now());
      changed();
    };
    await send(response, reply(recorded, scenario, body, gone.signal, holds), gone.signal, written);
  }

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  };
  const server = https ? createSecureServer(https, listener) : createServer(listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  async function until(condition: (all: readonly RecordedRequest[]) => boolean): Promise<void> {
    if (condition(requests)) return;
    await new Promise<void>((resolve) => {
      const listener = (): void => {
        if (!condition(requests)) return;
        listeners.delete(listener);
        resolve();
      };
      listeners.add(listener);
    });
  }

  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  return {
    url: `${https ? 'https' : 'http'}://127.0.0.1:${port}`,
    requests,
    release: (count = 1) => holds.release(count),
    setScenario: (name) => (forced = name),
    setRedirect: (location, status = 307) => (redirect = { location, status }),
    until,
    close,
  };
}

interface RequestBody {
  readonly model?: string;
  readonly messages?: readonly { readonly content: unknown }[];
  readonly input?: readonly { readonly content: unknown }[];
}

function reply(
  { method, path, headers }: RecordedRequest,
  scenario: string,
  body: RequestBody | null,
  gone: AbortSignal,
  holds: Holds,
): Reply {
  const wire = makeWireFor(path, headers)(scenario);
  if (method === 'GET') return modelsReply(path, scenario, wire.modelList(Object.keys(SCENARIOS)));
  const type = wire.type;
  if (scenario.startsWith('fixture:')) return { type, body: [readFixture(scenario.slice('fixture:'.length))] };
  const run = scenarioNamed(scenario);
  const lastUserText = String((body?.messages ?? body?.input ?? []).at(-1)?.content ?? '');
  const key = String(headers['authorization'] ?? headers['x-api-key'] ?? '').replace(/^Bearer /, '');
  const exchange: Exchange = { wire, lastUserText, key, released: holds.open(gone), gone };
  if (run) return { type, ...run(exchange) };
  const message = `The model ${scenario} does not exist.`;
  return { status: 404, type: 'application/json', body: [wire.errorBody(404, message, 'model_not_found')] };
}

function scenarioNamed(name: string): Scenario | undefined {
  if (name.startsWith('say:')) return answer(name.slice('say:'.length));
  const cut = /^cut:(\d+):/.exec(name);
  if (cut) return cutAnswer(name.slice(cut[0].length), Number(cut[1]));
  const broken = /^(reset|end)-at:(\d+)$/.exec(name);
  if (broken) return brokenAt(Number(broken[2]), broken[1] === 'reset' ? 'reset' : 'end');
  return (
    partScenario(name) ?? timedScenario(name) ?? mixedScenario(name) ?? hostileScenario(name) ?? SCENARIOS[name]
  );
}

function makeWireFor(path: string, headers: RecordedRequest['headers']): MakeWire {
  if (path === '/api/chat' || path === '/api/tags') return makeApiChatWire;
  if (path.includes('/messages') || 'anthropic-version' in headers) return makeMessagesWire;
  return path.includes('/responses') ? makeResponsesWire : makeChatCompletionsWire;
}

/** `GET /v1/models`, or a 404 for one model and for the scenarios that have no list. */
function modelsReply(path: string, scenario: string, list: string): Reply {
  if (scenario === 'no-models') return { status: 404, type: 'text/plain', body: ['404 page not found'] };
  if (scenario === 'html-200') return { type: 'text/html', body: ['<title>Welcome</title>'] };
  const failure = SCENARIOS[scenario];
  if (failure && scenario.startsWith('error-')) {
    const idle = { lastUserText: '', key: '', released: async () => undefined, gone: AbortSignal.abort() };
    return failure({ ...idle, wire: makeWireFor(path, {})(scenario) });
  }
  if (/\/(models|tags)\/?(\?|$)/.test(path)) return { type: 'application/json', body: [list] };
  if (path.endsWith('/models/claude-knows-its-maximum')) {
    return {
      type: 'application/json',
      body: ['{"type":"model","id":"claude-knows-its-maximum","max_tokens":12345}'],
    };
  }
  return { status: 404, type: 'application/json', body: ['{"type":"error","error":{"type":"not_found_error"}}'] };
}

async function send(
  response: ServerResponse,
  reply: Reply,
  gone: AbortSignal,
  written: () => void,
): Promise<void> {
  if (reply.silent) return reply.after === 'reset' ? void response.socket?.resetAndDestroy() : undefined;
  const type = reply.type === undefined ? EVENT_STREAM : reply.type;
  response.writeHead(reply.status ?? 200, {
    ...(type === null ? {} : { 'content-type': type }),
    ...reply.headers,
  });
  response.flushHeaders();
  for await (const part of reply.body) {
    if (gone.aborted) return;
    written();
    if (!response.write(part)) await Promise.race([once(response, 'drain'), once(gone, 'abort')]);
  }
  if (reply.after === 'reset') {
    // A reset overtakes bytes that the browser has not read yet; they are given time to arrive.
    await sleep(100);
    return void response.socket?.resetAndDestroy();
  }
  if (reply.after !== 'stall') response.end();
}

function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  request.setEncoding('utf8');
  for await (const chunk of request) text += chunk as string;
  return text;
}
