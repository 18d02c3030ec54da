import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PromptMessage } from '../../../lib/providers/provider';
import { createNetworkProvider } from '../../../lib/providers/create-network-provider';
import {
  collect,
  configFor,
  NETWORK_KINDS,
  type NetworkKind,
  PICTURES,
  requestFor,
  requestWithPictures,
  summary,
} from '../../support/fake-provider/provider-rig';
import { type FakeProvider, startFakeProvider } from '../../support/fake-provider/start-fake-provider';
import { PLAIN } from '../../support/fake-provider/texts';

let server: FakeProvider;
beforeAll(async () => void (server = await startFakeProvider()));
afterAll(async () => await server.close());

const URLS = PICTURES.map(({ mime, data }) => `data:${mime};base64,${data}`);
const MODEL = 'plain';

/** The parts of a question that its pictures come to, and what the words become beside them. */
const PARTS: Readonly<Record<Exclude<NetworkKind, 'ollama'>, readonly [readonly object[], string]>> = {
  openai: [URLS.map((url) => ({ type: 'input_image', image_url: url, detail: 'auto' })), 'input_text'],
  'openai-compatible': [URLS.map((url) => ({ type: 'image_url', image_url: { url } })), 'text'],
  anthropic: [
    PICTURES.map(({ mime, data }) => ({ type: 'image', source: { type: 'base64', media_type: mime, data } })),
    'text',
  ],
};

function questionOf(kind: NetworkKind, text: string): object {
  if (kind === 'ollama') return { role: 'user', content: text, images: PICTURES.map(({ data }) => data) };
  const [shown, type] = PARTS[kind];
  return { role: 'user', content: text === '' ? shown : [...shown, { type, text }] };
}

describe.each(NETWORK_KINDS)('%s', (kind) => {
  async function sent(messages: readonly PromptMessage[]): Promise<unknown> {
    const at = server.requests.length;
    const provider = createNetworkProvider({ config: configFor(kind, server.url), key: 'k-123456' });
    const events = await collect(provider, { ...requestFor(MODEL), messages });
    expect(summary(events)).toMatchObject({ text: PLAIN, terminals: 1 });
    const body = server.requests.slice(at).findLast(({ method }) => method === 'POST')?.body;
    const { messages: chat, input } = body as Record<string, readonly { readonly role: string }[] | undefined>;
    return (chat ?? input)?.filter(({ role }) => role !== 'system');
  }

  test('pictures go before the words of their question', async () => {
    expect(await sent(requestWithPictures(MODEL).messages)).toEqual([
      questionOf(kind, 'What is this?'),
      { role: 'assistant', content: 'A pixel.' },
      { role: 'user', content: 'Which one?' },
    ]);
  });

  test('pictures without a word bring no empty text', async () => {
    expect(await sent([{ role: 'user', text: '', pictures: PICTURES }])).toEqual([questionOf(kind, '')]);
  });

  test('what an answer drew does not go back', async () => {
    const messages = [
      { role: 'user', text: 'Draw.' },
      { role: 'assistant', text: 'Here.', pictures: PICTURES },
      { role: 'user', text: 'More.', pictures: [] },
    ] as const;
    expect(await sent(messages)).toEqual(messages.map(({ role, text }) => ({ role, content: text })));
  });
});
