import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ThreadMessage } from '../../../lib/domain/chat';
import { buildPrompt } from '../../../lib/domain/prompt';
import { createNetworkProvider } from '../../../lib/providers/create-network-provider';
import { messagesUsage } from '../../../lib/providers/anthropic/usage';
import { chatUsage } from '../../../lib/providers/openai/chat-completions/usage';
import { collect, configFor, NETWORK_KINDS, requestFor, summary } from '../../support/fake-provider/provider-rig';
import { type FakeProvider, startFakeProvider } from '../../support/fake-provider/start-fake-provider';
import { answerRow, block, questionRow, snapshotRow, withText } from '../../support/rows';

let server: FakeProvider;
beforeAll(async () => void (server = await startFakeProvider()));
afterAll(async () => await server.close());

const page = snapshotRow('s1', [block('b1', 'Title', { kind: 'heading' }), block('b2', 'It opened in 1932.')]);
const ref = { snapshotId: page.id, title: page.title, url: page.url };

/** A chat of so many questions about one page, the last one not answered yet. */
function threadOf(turns: number): readonly ThreadMessage[] {
  const rows = Array.from({ length: turns }, (_, index) => [
    withText(
      questionRow(`q${index}`, index === 0 ? null : `a${index - 1}`, { page: ref }),
      `Question ${index}? “Grüße” 你好`,
    ),
    withText(answerRow(`a${index}`, `q${index}`), `Answer ${index} [b2].`),
  ]);
  return rows.flat().slice(0, -1);
}

describe.each(NETWORK_KINDS)('%s', (kind) => {
  /** The body that asks the question of a turn, as text, and the place where its messages end. */
  async function bodyOf(turns: number): Promise<{ before: string; messages: string; after: string }> {
    const prompt = buildPrompt({ thread: threadOf(turns), snapshots: new Map([[page.id, page]]) });
    const at = server.requests.length;
    const provider = createNetworkProvider({ config: configFor(kind, server.url), key: 'k-123456' });
    await collect(provider, { ...prompt, model: 'claude-3-5-haiku-plain' });
    const body = server.requests.slice(at).find(({ path }) => path.includes('/v1/') || path === '/api/chat')
      ?.body as Record<string, unknown>;
    const field = 'messages' in body ? 'messages' : 'input';
    const messages = JSON.stringify(body[field]);
    const [before = '', after = ''] = JSON.stringify(body).split(messages);
    return { before, messages, after };
  }

  test('turn n + 1 sends turn n byte by byte, and then what is new', async () => {
    for (let turns = 1; turns < 5; turns++) {
      const [shorter, longer] = [await bodyOf(turns), await bodyOf(turns + 1)];
      expect(longer.messages.startsWith(`${shorter.messages.slice(0, -1)},`)).toBe(true);
      expect([longer.before, longer.after]).toEqual([shorter.before, shorter.after]);
      expect(shorter.messages).toContain('It opened in 1932.');
    }
  });
});

test('Anthropic is asked to keep what it was sent', async () => {
  const at = server.requests.length;
  const provider = createNetworkProvider({ config: configFor('anthropic', server.url), key: 'k-123456' });
  await collect(provider, requestFor('claude-3-5-haiku-plain'));
  const [request] = server.requests.slice(at);
  expect(request?.body).toMatchObject({ cache_control: { type: 'ephemeral' } });
});

test('a gateway that does not know cache_control is asked again without, and from then on at once', async () => {
  const asked: boolean[] = [];
  const fetch = async (_input: unknown, init?: RequestInit): Promise<Response> => {
    const caches = String(init?.body).includes('cache_control');
    asked.push(caches);
    if (caches) {
      const error = { type: 'invalid_request_error', message: 'cache_control: Extra inputs are not permitted' };
      return Response.json({ type: 'error', error }, { status: 400 });
    }
    const body =
      'event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"ok"}}\n\n' +
      'event: message_stop\ndata: {"type":"message_stop"}\n\n';
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  const config = configFor('anthropic', 'https://gateway.example');
  const provider = createNetworkProvider({ config, key: 'k-123456', fetch });
  for (const _turn of [1, 2]) {
    const events = await collect(provider, requestFor('claude-3-5-haiku'));
    expect(summary(events)).toMatchObject({ text: 'ok', last: { type: 'end' } });
  }
  expect(asked).toEqual([true, false, false]);
});

test('what was read from a cache and written to it is told', () => {
  expect(
    messagesUsage({ input_tokens: 5, cache_read_input_tokens: 900, cache_creation_input_tokens: 20 }),
  ).toEqual({ inputTokens: 925, cachedInputTokens: 900, cacheWriteTokens: 20 });
  expect(chatUsage({ prompt_tokens: 12, prompt_cache_hit_tokens: 8 })).toEqual({
    inputTokens: 12,
    cachedInputTokens: 8,
  });
});
