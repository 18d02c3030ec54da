import { expect } from 'vitest';
import { applyEvent, EMPTY_ANSWER } from '../../../lib/domain/apply-event';
import { textOf } from '../../../lib/domain/content';
import { createNetworkProvider } from '../../../lib/providers/create-network-provider';
import { makeApiChatWire } from './api-chat-wire';
import { makeChatCompletionsWire } from './chat-completions-wire';
import { makeMessagesWire } from './messages-wire';
import { collect, configFor, type NetworkKind, requestFor } from './provider-rig';
import { makeResponsesWire } from './responses-wire';
import { pieces, PLAIN } from './texts';
import type { MakeWire } from './wire';

/** A reset of the connection, or an end that looks proper to HTTP. */
export type Break = 'reset' | 'end';

const WIRES: Readonly<Record<NetworkKind, MakeWire>> = {
  openai: makeResponsesWire,
  'openai-compatible': makeChatCompletionsWire,
  anthropic: makeMessagesWire,
  ollama: makeApiChatWire,
};

/** The model that breaks there. Its name is part of the wire's bytes, so it always has the same length. */
function modelFor(how: Break, position: number): string {
  return `${how}-at:${String(position).padStart(5, '0')}`;
}

/** Where the pieces of the answer end on a wire, in bytes, and the text that each adds. */
function partsOf(kind: NetworkKind, how: Break): readonly { readonly text: string; readonly end: number }[] {
  const wire = WIRES[kind](modelFor(how, 0));
  let end = 0;
  const size = (part: string): number => (end += new TextEncoder().encode(part).length);
  return [
    { text: '', end: size(wire.begin()) },
    ...pieces(PLAIN).map((text) => ({ text, end: size(wire.text(text)) })),
    { text: '', end: size(wire.end('stop')) },
  ];
}

/** Bytes of the answer that `checkBreak` breaks. */
export function lengthOfAnswer(kind: NetworkKind, how: Break): number {
  return partsOf(kind, how).at(-1)?.end ?? 0;
}

/** Breaks an answer of the fake provider at `url` after so many bytes: all that came is kept, and it never looks whole. */
export async function checkBreak(url: string, kind: NetworkKind, how: Break, position: number): Promise<void> {
  const provider = createNetworkProvider({ config: configFor(kind, url), key: 'sk-test-0123', stallMs: 20_000 });
  const events = await collect(provider, requestFor(modelFor(how, position)));
  const answer = events.reduce(applyEvent, EMPTY_ANSWER);
  const text = textOf(answer.parts);
  const parts = partsOf(kind, how);
  const came = parts.map(({ text: part, end }) => (end <= position ? part : '')).join('');
  expect(PLAIN.startsWith(text) && text.startsWith(came), `at ${position}: ${text}`).toBe(true);
  // Inside the terminator's own events the answer may or may not have been told to be whole.
  const isInTerminator = position > (parts.at(-2)?.end ?? 0);
  if (isInTerminator && answer.status === 'complete') return expect(text).toBe(PLAIN);
  expect(answer.status, `at ${position}`).toBe(text === '' ? 'failed' : 'interrupted');
  expect(answer.error?.kind, `at ${position}`).toBe('stream-broken');
}
