import { Anthropic } from '@anthropic-ai/sdk';
import { OpenAI } from 'openai';
import type { NetworkKind } from '../../tests/support/fake-provider/provider-rig.ts';

/** What a program sees that reads a stream as the SDK's README does. */
export interface BareReading {
  readonly text: string;
  readonly how: 'returned' | 'threw' | 'hangs';
}

/** Asks one question of `url` (no path) by the plain SDK and joins the text of its stream. */
export async function readBare(
  kind: SdkKind,
  url: string,
  model: string,
  key: string,
  limitMs: number,
): Promise<BareReading> {
  const reading = { text: '' };
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<'hangs'>((resolve) => (timer = setTimeout(() => resolve('hangs'), limitMs)));
  const work = (async () => {
    for await (const piece of PIECES[kind](url, model, key)) reading.text += piece;
  })();
  const how = await Promise.race([work.then(() => 'returned' as const).catch(() => 'threw' as const), limit]);
  clearTimeout(timer);
  return { text: reading.text, how };
}

/** Those with an SDK of their own. */
export type SdkKind = Exclude<NetworkKind, 'ollama'>;

type Pieces = (url: string, model: string, key: string) => AsyncGenerator<string>;

const content = 'When was it built?';

const PIECES: Readonly<Record<SdkKind, Pieces>> = {
  async *openai(url, model, apiKey) {
    const client = new OpenAI({ apiKey, baseURL: `${url}/v1`, logLevel: 'off' });
    const stream = await client.responses.create({ model, input: content, stream: true });
    for await (const event of stream) if (event.type === 'response.output_text.delta') yield event.delta;
  },
  async *'openai-compatible'(url, model, apiKey) {
    const client = new OpenAI({ apiKey, baseURL: `${url}/v1`, logLevel: 'off' });
    const messages = [{ role: 'user' as const, content }];
    const stream = await client.chat.completions.create({ model, messages, stream: true });
    for await (const chunk of stream) yield chunk.choices[0]?.delta?.content || '';
  },
  async *anthropic(url, model, apiKey) {
    const client = new Anthropic({ apiKey, baseURL: url, logLevel: 'off' });
    const messages = [{ role: 'user' as const, content }];
    const stream = await client.messages.create({ model, max_tokens: 1024, messages, stream: true });
    for await (const event of stream) {
      if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') yield event.delta.text;
    }
  },
};
