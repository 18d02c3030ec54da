import { expect, test } from 'vitest';
import type { StreamEvent } from '../../../../lib/domain/stream-event';
import { createNetworkProvider } from '../../../../lib/providers/create-network-provider';
import { WINDOW_NOTE } from '../../../../lib/providers/network/wire-decoder';
import { testConnection } from '../../../../lib/providers/test-connection';
import {
  collect,
  configFor,
  PICTURES,
  requestFor,
  requestWithPictures,
  summary,
} from '../../../support/fake-provider/provider-rig';

interface Server {
  readonly shown?: object;
  readonly running?: readonly object[];
  readonly version?: string;
  readonly chat?: readonly object[];
  readonly tags?: readonly object[];
  /** Statuses of single paths. */
  readonly refuses?: Readonly<Record<string, number>>;
}

interface Asked {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const DONE = { message: { role: 'assistant', content: 'ok' }, done: true, done_reason: 'stop' };
let servers = 0;

/** An Ollama of its own host, for what models say of themselves is remembered by host. */
function ollama(server: Server) {
  const asked: Asked[] = [];
  const answers: Readonly<Record<string, () => Response>> = {
    '/api/ps': () => Response.json({ models: server.running ?? [] }),
    '/api/version': () => Response.json({ version: server.version ?? '0.13.5' }),
    '/api/show': () => Response.json(server.shown ?? {}),
    '/api/tags': () => Response.json({ models: server.tags ?? [] }),
    '/api/chat': () =>
      new Response((server.chat ?? [DONE]).map((line) => `${JSON.stringify(line)}\n`).join(''), {
        headers: { 'content-type': 'application/x-ndjson' },
      }),
  };
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const path = new URL(input instanceof Request ? input.url : input).pathname;
    const body = init?.body == null ? {} : (JSON.parse(String(init.body)) as Record<string, unknown>);
    asked.push({ path, body });
    const status = server.refuses?.[path];
    return status === undefined
      ? (answers[path]?.() ?? new Response('', { status: 404 }))
      : new Response('', { status });
  };
  const config = configFor('ollama', `https://ollama-${(servers += 1)}.example`, 'llama3.2');
  const ask = async (text = 'When?'): Promise<StreamEvent[]> =>
    await collect(createNetworkProvider({ config, key: null, fetch }), requestFor('llama3.2', text));
  const chatBody = (): Asked['body'] | undefined => asked.findLast(({ path }) => path === '/api/chat')?.body;
  return { ask, asked, chatBody, config, fetch };
}

const model = (contextLength: number, capabilities = ['completion']) => ({
  model_info: { 'general.architecture': 'llama', 'llama.context_length': contextLength },
  capabilities,
});

test('a long question gets the room it needs, and nothing of it may be cut', async () => {
  const { ask, chatBody } = ollama({ shown: model(131_072) });
  await ask('word '.repeat(10_000));
  expect(chatBody()).toMatchObject({ options: { num_ctx: 24_576 }, truncate: false, shift: false });
});

test('a model is asked what it can do once, and for its thoughts only if it thinks', async () => {
  const plain = ollama({ shown: model(8_192) });
  await plain.ask();
  await plain.ask();
  expect(plain.asked.map(({ path }) => path)).toEqual([
    '/api/ps',
    '/api/show',
    '/api/chat',
    '/api/ps',
    '/api/chat',
  ]);
  expect(plain.chatBody()).not.toHaveProperty('think');
  const thinking = ollama({ shown: model(8_192, ['completion', 'thinking']) });
  await thinking.ask();
  expect(thinking.chatBody()).toMatchObject({ think: true });
});

test('what certainly does not fit is told without asking; what perhaps does not, where the server would not tell', async () => {
  const tooLong = { type: 'error', error: { kind: 'context-length' } };
  const small = ollama({ shown: model(2_048) });
  expect((await small.ask('word '.repeat(4_000))).at(-1)).toMatchObject(tooLong);
  expect(small.chatBody()).toBeUndefined();
  const perhaps = 'word '.repeat(1_500);
  const old = ollama({ shown: model(2_048), version: '0.12.9' });
  expect((await old.ask(perhaps)).at(-1)).toMatchObject(tooLong);
  expect(old.chatBody()).toBeUndefined();
  const current = ollama({ shown: model(2_048) });
  expect((await current.ask(perhaps)).at(-1)).toMatchObject({ type: 'end', reason: 'complete' });
  expect(current.chatBody()).toMatchObject({ options: { num_ctx: 2_048 } });
});

test('that the model is being loaded is told, unless it is in memory in the right size', async () => {
  const phases = async (server: Server) =>
    (await ollama(server).ask()).flatMap((event) => (event.type === 'phase' ? event.phase : []));
  expect(await phases({})).toEqual(['loading-model']);
  expect(await phases({ running: [{ model: 'other:latest' }] })).toEqual(['loading-model']);
  expect(await phases({ running: [{ model: 'llama3.2:latest', context_length: 4_096 }] })).toEqual([
    'loading-model',
  ]);
  expect(await phases({ running: [{ model: 'llama3.2:latest', context_length: 32_768 }] })).toEqual([]);
  expect(await phases({ running: [{ name: 'llama3.2:latest' }] })).toEqual([]);
  expect(await phases({ refuses: { '/api/ps': 404 } })).toEqual([]);
});

test('the size in which a model is loaded is kept, so that it is not loaded anew', async () => {
  const { ask, chatBody } = ollama({ running: [{ model: 'llama3.2:latest', context_length: 65_536 }] });
  await ask();
  expect(chatBody()).toMatchObject({ options: { num_ctx: 65_536 } });
});

test('an answer that has filled the context says so', async () => {
  const end = { done: true, done_reason: 'length', prompt_eval_count: 8_000, eval_count: 192 };
  const { ask } = ollama({ shown: model(8_192), chat: [{ message: { content: 'The' }, done: false }, end] });
  expect(summary(await ask()).last).toEqual({ type: 'end', reason: 'length', note: WINDOW_NOTE });
  const short = { ...end, eval_count: 20 };
  const limited = ollama({ shown: model(8_192), chat: [{ message: { content: 'The' }, done: false }, short] });
  expect(summary(await limited.ask()).last).toEqual({ type: 'end', reason: 'length' });
});

test('models are listed with what they can do; those that only make numbers of text are left out', async () => {
  const { config, fetch } = ollama({
    shown: model(131_072, ['completion', 'vision', 'thinking']),
    tags: [
      { name: 'llama3.2:latest', model: 'llama3.2:latest' },
      { model: 'big:cloud', remote_host: 'https://ollama.com:443' },
    ],
  });
  const facts = { contextTokens: 131_072, seesImages: true, reasons: true };
  expect(await testConnection({ config, key: null, fetch }, new AbortController().signal)).toEqual({
    ok: true,
    models: [
      { id: 'llama3.2:latest', ...facts },
      { id: 'big:cloud', name: 'big:cloud, answered by ollama.com', ...facts },
    ],
  });
  const numbers = ollama({
    shown: { capabilities: ['embedding'] },
    tags: [{ model: 'llama3.2' }, { model: 'embed' }],
  });
  const { config: other, fetch: otherFetch } = numbers;
  expect(
    await testConnection(
      { config: { ...other, model: '' }, key: null, fetch: otherFetch },
      AbortSignal.timeout(5_000),
    ),
  ).toMatchObject({ ok: false, error: { kind: 'bad-request' } });
});

test('a server that lists its models but refuses questions from here fails the test of the connection', async () => {
  const { config, fetch } = ollama({ tags: [], refuses: { '/api/show': 403 } });
  expect(await testConnection({ config, key: null, fetch }, new AbortController().signal)).toMatchObject({
    ok: false,
    error: { kind: 'forbidden', status: 403 },
  });
});

test.each([
  [['completion'], [{ type: 'error', error: { kind: 'cannot-see' } }]],
  [['completion', 'vision'], null],
  [undefined, null],
])('pictures go to a model that says it can %s only where it may see', async (capabilities, refused) => {
  const server = ollama({ shown: capabilities === undefined ? {} : model(8_192, capabilities) });
  const provider = createNetworkProvider({ config: server.config, key: null, fetch: server.fetch });
  const events = await collect(provider, requestWithPictures('llama3.2'));
  if (refused !== null) {
    expect(events).toMatchObject(refused);
    expect(server.chatBody()).toBeUndefined();
    return;
  }
  expect(summary(events)).toMatchObject({ text: 'ok' });
  expect(server.chatBody()?.['messages']).toEqual([
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'What is this?', images: PICTURES.map(({ data }) => data) },
    { role: 'assistant', content: 'A pixel.' },
    { role: 'user', content: 'Which one?' },
  ]);
});
