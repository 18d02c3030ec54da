import type { StreamEvent } from '../../../lib/domain/stream-event';
import { createNetworkProvider } from '../../../lib/providers/create-network-provider';
import { ollamaAnswer } from './api-chat-wire';
import { collect, configFor, type NetworkKind, requestFor } from './provider-rig';

/**
 * Runs a body through the real SDK, in a preset's dialect if one is named; only the network is replaced, by a body that
 * comes in the given pieces.
 */
export async function deliver(
  kind: NetworkKind,
  chunks: readonly Uint8Array[],
  preset: string | null = null,
): Promise<StreamEvent[]> {
  const type = kind === 'ollama' ? 'application/x-ndjson' : 'text/event-stream';
  const fakeFetch = async (input: string | URL | Request): Promise<Response> => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const own = ollamaAnswer(pathname, 'plain');
    return own === null
      ? new Response(streamOf(chunks), { headers: { 'content-type': type } })
      : Response.json(own);
  };
  const config = { ...configFor(kind, 'https://fake.example', 'claude-3-5-haiku'), preset };
  const provider = createNetworkProvider({ config, key: 'k-123456', fetch: fakeFetch });
  return await collect(provider, requestFor(config.model));
}

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  let next = 0;
  return new ReadableStream({
    pull(controller) {
      const chunk = chunks[next++];
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
  });
}

/** Cuts bytes at the given places, in any order. */
export function splitAt(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const edges = [0, ...[...new Set(cuts)].sort((a, b) => a - b), bytes.length];
  return edges.slice(1).map((edge, index) => bytes.slice(edges[index], edge));
}

/** One piece for each byte. */
export function byteByByte(bytes: Uint8Array): Uint8Array[] {
  return splitAt(bytes, [...bytes.keys()].slice(1));
}
