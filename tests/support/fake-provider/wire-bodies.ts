import { readdirSync } from 'node:fs';
import { makeApiChatWire } from './api-chat-wire';
import { makeChatCompletionsWire } from './chat-completions-wire';
import { makeMessagesWire } from './messages-wire';
import type { NetworkKind } from './provider-rig';
import { readFixture } from './read-fixture';
import { makeResponsesWire } from './responses-wire';
import { SCENARIOS } from './scenarios';
import type { MakeWire } from './wire';

/** The body of one event stream, and the kind of provider that reads it. */
export interface WireBody {
  readonly name: string;
  readonly kind: NetworkKind;
  readonly text: string;
}

const WIRES: Readonly<Record<NetworkKind, MakeWire>> = {
  openai: makeResponsesWire,
  'openai-compatible': makeChatCompletionsWire,
  anthropic: makeMessagesWire,
  ollama: makeApiChatWire,
};

const KIND_OF_FOLDER: Readonly<Record<string, NetworkKind>> = {
  'chat-completions': 'openai-compatible',
  responses: 'openai',
  messages: 'anthropic',
  'api-chat': 'ollama',
};

/** Every fixture of tests/fixtures/wire. */
export function fixtureBodies(): readonly WireBody[] {
  const root = new URL('../../fixtures/wire/', import.meta.url);
  return Object.entries(KIND_OF_FOLDER).flatMap(([folder, kind]) =>
    readdirSync(new URL(folder, root)).map((file) => {
      const name = `${folder}/${file}`;
      return { name, kind, text: readFixture(name) };
    }),
  );
}

/** The body of every scenario that answers with an event stream at once, on each wire, up to a length. */
export function scenarioBodies(longest: number): readonly WireBody[] {
  return (Object.keys(WIRES) as NetworkKind[]).flatMap((kind) =>
    Object.keys(SCENARIOS).flatMap((name) => {
      const text = bodyOf(name, kind);
      return text === null || text === '' || text.length > longest
        ? []
        : [{ name: `${kind} ${name}`, kind, text }];
    }),
  );
}

function bodyOf(name: string, kind: NetworkKind): string | null {
  const gone = AbortSignal.abort();
  const exchange = {
    wire: WIRES[kind](name),
    lastUserText: 'Hello?',
    key: '',
    released: async () => undefined,
    gone,
  };
  const reply = SCENARIOS[name]?.(exchange);
  const isStream = reply?.type === undefined && (reply?.status ?? 200) === 200;
  if (!reply || !isStream || !(Symbol.iterator in reply.body)) return null;
  return [...reply.body].map(String).join('');
}
