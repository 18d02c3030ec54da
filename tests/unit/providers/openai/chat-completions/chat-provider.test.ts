import { expect, test } from 'vitest';
import { dialectOf } from '../../../../../lib/providers/openai/chat-completions/dialect';
import { createChatDecoder } from '../../../../../lib/providers/openai/chat-completions/from-wire';
import { toChatRequest } from '../../../../../lib/providers/openai/chat-completions/to-wire';
import { createNetworkProvider } from '../../../../../lib/providers/create-network-provider';
import { collect, configFor, requestFor, summary } from '../../../../support/fake-provider/provider-rig';

function sseResponse(body: string): Response {
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

test('a server that refuses stream_options is asked again without it', async () => {
  const bodies: Record<string, unknown>[] = [];
  const fakeFetch = async (_input: unknown, init?: RequestInit): Promise<Response> => {
    const body = JSON.parse(String(init?.body)) as Record<string, unknown>;
    bodies.push(body);
    if ('stream_options' in body) {
      return Response.json(
        { detail: [{ loc: ['body', 'stream_options'], msg: 'stream_options: Extra inputs are not permitted' }] },
        { status: 422 },
      );
    }
    return sseResponse('data: {"choices":[{"delta":{"content":"ok"},"finish_reason":"stop"}]}\n\n');
  };
  const config = configFor('openai-compatible', 'https://fake.example');
  const events = await collect(createNetworkProvider({ config, key: null, fetch: fakeFetch }), requestFor('m'));
  expect(summary(events)).toMatchObject({ text: 'ok', last: { type: 'end', reason: 'complete' } });
  expect(bodies.map((body) => 'stream_options' in body)).toEqual([true, false]);
});

test('an answer is complete at its finish_reason although the connection breaks before the usage', async () => {
  const fakeFetch = async (): Promise<Response> => {
    let sent = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent) return controller.error(new TypeError('terminated'));
        sent = true;
        const chunk = 'data: {"choices":[{"delta":{"content":"whole"},"finish_reason":"stop"}]}\n\n';
        controller.enqueue(new TextEncoder().encode(chunk));
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  const config = configFor('openai-compatible', 'https://fake.example');
  const events = await collect(createNetworkProvider({ config, key: null, fetch: fakeFetch }), requestFor('m'));
  expect(summary(events)).toMatchObject({ text: 'whole', last: { type: 'end', reason: 'complete' } });
});

test('[DONE] ends an answer only where the dialect says that the server gives no finish_reason', () => {
  const origin = { host: 'fake.example', key: null };
  const endingFor = (doneEndsAnswer: boolean, done: boolean) => {
    const dialect = { ...dialectOf(null), doneEndsAnswer };
    const decoder = createChatDecoder({ dialect, origin, sawDone: () => done });
    decoder.decode({ choices: [{ delta: { content: 'Hello' } }] });
    return decoder.ending();
  };
  expect(endingFor(true, true)).toEqual({ type: 'end', reason: 'complete' });
  expect(endingFor(true, false)).toBeNull();
  expect(endingFor(false, true)).toBeNull();
});

test.each([
  ['stop', { type: 'end', reason: 'complete' }],
  ['end_turn', { type: 'end', reason: 'complete' }],
  ['length', { type: 'end', reason: 'length' }],
  ['model_length', { type: 'end', reason: 'length' }],
  ['content_filter', { type: 'end', reason: 'filtered' }],
  ['error', { type: 'error', error: { kind: 'server-error' } }],
  ['insufficient_system_resource', { type: 'error', error: { kind: 'overloaded' } }],
])('finish_reason %s', (reason, expected) => {
  const options = { dialect: dialectOf(null), origin: { host: 'h', key: null }, sawDone: () => false };
  const decoder = createChatDecoder(options);
  decoder.decode({ choices: [{ delta: { content: 'x' }, finish_reason: reason }] });
  expect(decoder.ending()).toMatchObject(expected);
});

test('pictures are asked for only where the preset says that a model draws', () => {
  const request = requestFor('google/gemini-2.5-flash-image');
  expect(toChatRequest(request, dialectOf('openrouter'))).toMatchObject({ modalities: ['image', 'text'] });
  expect(toChatRequest(requestFor('openai/gpt-5'), dialectOf('openrouter'))).not.toHaveProperty('modalities');
  expect(toChatRequest(request, dialectOf(null))).not.toHaveProperty('modalities');
});
