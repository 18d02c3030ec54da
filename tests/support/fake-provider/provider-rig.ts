import type { ProviderId } from '../../../lib/domain/ids';
import type { NetworkKind, ProviderConfig } from '../../../lib/domain/provider-config';
import type { SentPicture } from '../../../lib/domain/pictures/sent-picture';
import type { StreamEvent } from '../../../lib/domain/stream-event';
import type { Provider, ProviderRequest } from '../../../lib/providers/provider';

export type { NetworkKind };
export const NETWORK_KINDS: readonly NetworkKind[] = ['openai', 'openai-compatible', 'anthropic', 'ollama'];

/** A configuration for a server at `url` (no path), as the settings would save it. */
export function configFor(kind: NetworkKind, url: string, model = 'plain'): ProviderConfig {
  return {
    id: 'provider-1' as ProviderId,
    kind,
    preset: null,
    name: 'Fake',
    baseUrl: kind === 'anthropic' || kind === 'ollama' ? url : `${url}/v1`,
    model,
    avatar: '🤖',
    allowInsecure: false,
  };
}

/** A request with one question. */
export function requestFor(model: string, text = 'When was it built?'): ProviderRequest {
  return { model, system: 'Be brief.', messages: [{ role: 'user', text }], question: text, pages: [] };
}

/** Two pictures as small as they come: a PNG and a GIF of one pixel. */
export const PICTURES: readonly SentPicture[] = [
  {
    mime: 'image/png',
    data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  },
  { mime: 'image/gif', data: 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7' },
];

/** A chat with two pictures in its first question and none in the second. */
export function requestWithPictures(model: string, text = 'What is this?'): ProviderRequest {
  const messages = [
    { role: 'user', text, pictures: PICTURES },
    { role: 'assistant', text: 'A pixel.' },
    { role: 'user', text: 'Which one?' },
  ] as const;
  return { ...requestFor(model), messages };
}

/** Everything a provider yields for a request. */
export async function collect(
  provider: Provider,
  request: ProviderRequest,
  signal: AbortSignal = new AbortController().signal,
): Promise<StreamEvent[]> {
  return await Array.fromAsync(provider(request, signal));
}

/** Events as a reader sees them: all text, all reasoning, and how it ended. */
export function summary(events: readonly StreamEvent[]): {
  text: string;
  reasoning: string;
  last: StreamEvent | undefined;
  terminals: number;
} {
  const join = (type: 'text-delta' | 'reasoning-delta'): string =>
    events.map((event) => (event.type === type ? event.text : '')).join('');
  return {
    text: join('text-delta'),
    reasoning: join('reasoning-delta'),
    last: events.at(-1),
    terminals: events.filter((event) => event.type === 'end' || event.type === 'error').length,
  };
}
