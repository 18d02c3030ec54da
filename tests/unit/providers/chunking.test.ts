import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Usage } from '../../../lib/domain/stream-event';
import { byteByByte, deliver, splitAt } from '../../support/fake-provider/deliver';
import { type NetworkKind, summary } from '../../support/fake-provider/provider-rig';
import { readFixture } from '../../support/fake-provider/read-fixture';
import { readPicture } from '../../support/read-picture';
import { fixtureBodies, scenarioBodies } from '../../support/fake-provider/wire-bodies';

interface Fixture {
  readonly kind: NetworkKind;
  readonly text: string;
  readonly reasoning?: string;
  readonly last: object;
  readonly usage?: Usage;
}

const PICTURE = `data:image/png;base64,${readPicture('photo.png')}`;
const COMPLETE = { type: 'end', reason: 'complete' };

const FIXTURES: Readonly<Record<string, Fixture>> = {
  'chat-completions/docs-plain.sse': { kind: 'openai-compatible', text: 'Hello', last: COMPLETE },
  'chat-completions/openrouter-comments.sse': {
    kind: 'openai-compatible',
    text: 'Hello',
    reasoning: 'Thinking of a greeting',
    last: COMPLETE,
    usage: { inputTokens: 9, outputTokens: 2, cachedInputTokens: 1, reasoningTokens: 1 },
  },
  'chat-completions/openrouter-error.sse': {
    kind: 'openai-compatible',
    text: 'Hello',
    last: {
      type: 'error',
      error: { kind: 'server-error', host: 'fake.example', detail: 'Provider disconnected unexpectedly' },
    },
  },
  'chat-completions/mistral-parts.sse': {
    kind: 'openai-compatible',
    text: 'Hello',
    reasoning: 'A greeting.',
    last: COMPLETE,
    usage: { inputTokens: 9, outputTokens: 2 },
  },
  'chat-completions/openrouter-image.sse': {
    kind: 'openai-compatible',
    text: `Here:\n\n![](${PICTURE})\n\n`,
    last: COMPLETE,
  },
  'chat-completions/picture-parts.sse': {
    kind: 'openai-compatible',
    text: `Here:\n\n![](${PICTURE})\n\n\n\n![](https://pictures.example/a.png)\n\n`,
    last: COMPLETE,
  },
  'responses/image-call.sse': { kind: 'openai', text: `\n\n![](${PICTURE})\n\n`, last: COMPLETE },
  'chat-completions/oddities.sse': {
    kind: 'openai-compatible',
    text: 'Grüße, 你好 👩‍👩‍👧‍👦 <think>kept</think>',
    reasoning: 'Grüße?',
    last: COMPLETE,
  },
  'chat-completions/no-finish-reason.sse': {
    kind: 'openai-compatible',
    text: 'Hello there',
    last: { type: 'error', error: { kind: 'stream-broken', host: 'fake.example' } },
  },
  'responses/docs-plain.sse': {
    kind: 'openai',
    text: 'Hi there! How can I assist you today?',
    last: COMPLETE,
    usage: { inputTokens: 37, outputTokens: 11, reasoningTokens: 0 },
  },
  'responses/failed.sse': {
    kind: 'openai',
    text: 'Hello',
    last: {
      type: 'error',
      error: { kind: 'server-error', host: 'fake.example', detail: 'The model failed to generate a response.' },
    },
  },
  'responses/oddities.sse': {
    kind: 'openai',
    text: 'Grüße, 你好 👩‍👩‍👧‍👦',
    reasoning: 'First.\n\nSecond.',
    last: COMPLETE,
  },
  'api-chat/plain.ndjson': {
    kind: 'ollama',
    text: 'The',
    last: COMPLETE,
    usage: { inputTokens: 26, outputTokens: 282 },
  },
  'api-chat/thinking.ndjson': {
    kind: 'ollama',
    text: 'The lighthouse was built in 1884.',
    reasoning: 'The page names a year.',
    last: COMPLETE,
    usage: { inputTokens: 12, outputTokens: 34 },
  },
  'api-chat/error-in-stream.ndjson': {
    kind: 'ollama',
    text: ' Yes.',
    last: {
      type: 'error',
      error: {
        kind: 'server-error',
        host: 'fake.example',
        detail: 'an error was encountered while running the model',
      },
    },
  },
  'api-chat/oddities.ndjson': {
    kind: 'ollama',
    text: 'Grüße, 你好 \u2028👩‍👩‍👧‍👦\n\n![](data:image/png;base64,iVBORw0KGgo=)\n\n',
    reasoning: 'Grüße?',
    last: COMPLETE,
  },
  'messages/docs-basic.sse': {
    kind: 'anthropic',
    text: 'Hello!',
    last: COMPLETE,
    usage: { inputTokens: 25, outputTokens: 15 },
  },
  'messages/docs-thinking.sse': {
    kind: 'anthropic',
    text: '27 * 453 = 12,231',
    reasoning: 'Let me solve this step by step:\n\n1. First break down 27 * 453',
    last: COMPLETE,
  },
  'messages/redacted-thinking.sse': {
    kind: 'anthropic',
    text: 'Hello!',
    reasoning: 'Grüße, perhaps? \n\nYes.',
    last: COMPLETE,
  },
  'responses/encrypted-reasoning.sse': {
    kind: 'openai',
    text: 'Hello!',
    reasoning: '**Greeting** the reader',
    last: COMPLETE,
  },
  'messages/docs-error.sse': {
    kind: 'anthropic',
    text: 'Hello',
    last: { type: 'error', error: { kind: 'overloaded', host: 'fake.example', detail: 'Overloaded' } },
    usage: { inputTokens: 25, outputTokens: 1 },
  },
  'messages/oddities.sse': {
    kind: 'anthropic',
    text: 'Grüße, 你好 👩‍👩‍👧‍👦',
    last: COMPLETE,
    usage: { outputTokens: 3 },
  },
};

describe.each(Object.entries(FIXTURES))('%s', (file, expected) => {
  const bytes = new TextEncoder().encode(readFixture(file));

  test('opens with its source and decodes as it should', async () => {
    expect(readFixture(file)).toMatch(/^: (source|constructed)/);
    const events = await deliver(expected.kind, [bytes]);
    const { text, reasoning, last } = summary(events);
    expect({ text, reasoning, last }).toEqual({
      text: expected.text,
      reasoning: expected.reasoning ?? '',
      last: expected.last,
    });
    const usage = Object.assign(
      {},
      ...events.map((event) => (event.type === 'usage' ? event.usage : {})),
    ) as Usage;
    expect(usage).toEqual(expected.usage ?? {});
  });

  test('gives the same events byte by byte, with CRLF or CR line ends, and for every split in two', async () => {
    const whole = await deliver(expected.kind, [bytes]);
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      const other = new TextEncoder().encode(readFixture(file).replaceAll('\n', lineEnd));
      expect(await deliver(expected.kind, [other])).toEqual(whole);
      expect(await deliver(expected.kind, byteByByte(other))).toEqual(whole);
    }
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(await deliver(expected.kind, splitAt(bytes, [cut])), `cut at ${cut}`).toEqual(whole);
    }
  });
});

test('every fixture is among these', () => {
  expect(
    fixtureBodies()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(FIXTURES).sort());
});

/** Each scenario is short enough for the gate; `npm run test:long` takes the others too, and every split in two. */
const SCENARIO_BODIES = scenarioBodies(20_000);

test.each(SCENARIO_BODIES)('$name is the same byte by byte and with other line ends', async ({ kind, text }) => {
  const whole = await deliver(kind, [new TextEncoder().encode(text)]);
  for (const lineEnd of ['\n', '\r\n', '\r']) {
    const bytes = new TextEncoder().encode(text.replaceAll('\n', lineEnd));
    expect(await deliver(kind, byteByByte(bytes)), JSON.stringify(lineEnd)).toEqual(whole);
  }
});

test('any random chunking of any of them gives the same events', async () => {
  const bodies = [...fixtureBodies(), ...SCENARIO_BODIES];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...bodies),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.noBias(fc.nat()), { minLength: 1, maxLength: 60 }),
      async ({ kind, text }, lineEnd, places) => {
        const bytes = new TextEncoder().encode(text.replaceAll('\n', lineEnd));
        const whole = await deliver(kind, [bytes]);
        const cuts = places.map((place) => 1 + (place % (bytes.length - 1)));
        expect(await deliver(kind, splitAt(bytes, cuts))).toEqual(whole);
      },
    ),
    { numRuns: 400 },
  );
});
