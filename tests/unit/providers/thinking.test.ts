import { describe, expect, test } from 'vitest';
import { applyEvent, EMPTY_ANSWER } from '../../../lib/domain/apply-event';
import type { ThreadMessage } from '../../../lib/domain/chat';
import { sealsOf } from '../../../lib/domain/content';
import { buildPrompt } from '../../../lib/domain/prompt';
import type { ThoughtSeal } from '../../../lib/domain/thought-seal';
import { createNetworkProvider } from '../../../lib/providers/create-network-provider';
import { deliver } from '../../support/fake-provider/deliver';
import { collect, configFor, type NetworkKind, summary } from '../../support/fake-provider/provider-rig';
import { readFixture } from '../../support/fake-provider/read-fixture';
import { answerRow, MODEL, questionRow, withText } from '../../support/rows';

const ANTHROPIC: readonly ThoughtSeal[] = [
  { kind: 'anthropic-thinking', thinking: 'Grüße, perhaps? ', signature: 'EqQB+/=' },
  { kind: 'anthropic-redacted', data: 'EmwKAhgBEgy3va3pzix/LafPsn4a' },
  { kind: 'anthropic-thinking', thinking: 'Yes.', signature: 'Second==' },
  { kind: 'anthropic-thinking', thinking: '', signature: 'Omitted==' },
];
const OPENAI: ThoughtSeal = {
  kind: 'openai-reasoning',
  id: 'rs_3',
  summary: ['**Greeting** the reader'],
  encrypted: 'gAAA-whole==',
};

/** A chat of so many questions, each answer but the last with sealed thoughts. */
function threadOf(turns: number, seals: readonly ThoughtSeal[], model = MODEL.model): readonly ThreadMessage[] {
  const rows = Array.from({ length: turns }, (_, index): ThreadMessage[] => {
    const { message, parts } = withText(
      answerRow(`a${index}`, `q${index}`, { modelRef: { ...MODEL, model } }),
      `Answer ${index}.`,
    );
    return [
      withText(questionRow(`q${index}`, index === 0 ? null : `a${index - 1}`), `Question ${index}?`),
      { message, parts: [{ type: 'reasoning', text: 'Shown.', seals }, ...parts] },
    ];
  });
  return rows.flat().slice(0, -1);
}

interface Asked {
  readonly model?: string;
  readonly turns?: number;
  /** Answers the first requests with these 400s. */
  readonly refusals?: readonly string[];
  readonly host?: string;
}

const OK: Readonly<Record<NetworkKind, string>> = {
  openai: 'responses/docs-plain.sse',
  anthropic: 'messages/docs-basic.sse',
  ollama: 'api-chat/plain.ndjson',
  'openai-compatible': 'chat-completions/docs-plain.sse',
};

/** The bodies that a question makes. */
async function bodiesOf(kind: NetworkKind, seals: readonly ThoughtSeal[], asked: Asked = {}) {
  const { model = 'claude-3-5-haiku', turns = 2, refusals = [], host = `${crypto.randomUUID()}.example` } = asked;
  const left = [...refusals];
  const bodies: Record<string, unknown>[] = [];
  const fakeFetch = async (_input: unknown, init?: RequestInit): Promise<Response> => {
    bodies.push(JSON.parse(String(init?.body)) as Record<string, unknown>);
    const message = left.shift();
    if (message !== undefined) {
      return Response.json({ error: { message, type: 'invalid_request_error' } }, { status: 400 });
    }
    return new Response(readFixture(OK[kind]), { headers: { 'content-type': 'text/event-stream' } });
  };
  const config = configFor(kind, `https://${host}`);
  const prompt = buildPrompt({ thread: threadOf(turns, seals), snapshots: new Map(), modelRef: MODEL });
  const provider = createNetworkProvider({ config, key: 'k-123456', fetch: fakeFetch });
  const { last } = summary(await collect(provider, { ...prompt, model }));
  return { bodies, last, body: bodies.at(-1) ?? {} };
}

async function sealsIn(kind: NetworkKind, fixture: string) {
  const events = await deliver(kind, [new TextEncoder().encode(readFixture(fixture))]);
  return sealsOf(events.reduce(applyEvent, EMPTY_ANSWER).parts);
}

describe('Anthropic’s thinking', () => {
  test('is kept block by block, redacted and omitted ones too', async () => {
    expect(await sealsIn('anthropic', 'messages/redacted-thinking.sse')).toEqual(ANTHROPIC);
    expect(await sealsIn('anthropic', 'messages/docs-thinking.sse')).toHaveLength(1);
  });

  test('goes back before the answer’s text, unchanged and in order', async () => {
    const { body } = await bodiesOf('anthropic', ANTHROPIC);
    expect(body['messages']).toEqual([
      { role: 'user', content: 'Question 0?' },
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'Grüße, perhaps? ', signature: 'EqQB+/=' },
          { type: 'redacted_thinking', data: 'EmwKAhgBEgy3va3pzix/LafPsn4a' },
          { type: 'thinking', thinking: 'Yes.', signature: 'Second==' },
          { type: 'thinking', thinking: '', signature: 'Omitted==' },
          { type: 'text', text: 'Answer 0.' },
        ],
      },
      { role: 'user', content: 'Question 1?' },
    ]);
  });

  test('that the server does not take back is left out', async () => {
    const sentence = 'messages.1.content.0: Invalid `signature` in `thinking` block';
    const { bodies, last } = await bodiesOf('anthropic', ANTHROPIC, { refusals: [sentence] });
    expect(last).toMatchObject({ type: 'end', reason: 'complete' });
    expect(bodies.map((body) => JSON.stringify(body).includes('redacted_thinking'))).toEqual([true, false]);
  });
});

describe('OpenAI’s reasoning', () => {
  test('is kept as its finished item says', async () => {
    expect(await sealsIn('openai', 'responses/encrypted-reasoning.sse')).toEqual([OPENAI]);
  });

  test('is asked for encrypted and as a summary, stored nowhere, and goes back before its answer', async () => {
    const { body } = await bodiesOf('openai', [OPENAI], { model: 'gpt-5.2' });
    expect(body).toMatchObject({
      store: false,
      include: ['reasoning.encrypted_content'],
      reasoning: { summary: 'auto' },
      input: [
        { role: 'user', content: 'Question 0?' },
        {
          type: 'reasoning',
          id: 'rs_3',
          summary: [{ type: 'summary_text', text: '**Greeting** the reader' }],
          encrypted_content: 'gAAA-whole==',
        },
        { role: 'assistant', content: 'Answer 0.' },
        { role: 'user', content: 'Question 1?' },
      ],
    });
  });

  test.each(['gpt-4.1', 'gpt-4o-mini', 'gpt-5-chat-latest', 'o1-mini', 'ft:gpt-4o:a', 'any'])(
    'is not asked of %s',
    async (model) => {
      const { body } = await bodiesOf('openai', [OPENAI], { model });
      expect(body).not.toHaveProperty('include');
      expect(body).not.toHaveProperty('reasoning');
      expect(JSON.stringify(body)).not.toContain('gAAA');
      expect(body['store']).toBe(false);
    },
  );

  test('is asked for without what is refused, and so from then on', async () => {
    const host = 'unverified.example';
    const unverified =
      'Your organization must be verified to generate reasoning summaries. Please go to: https://…';
    const first = await bodiesOf('openai', [OPENAI], { model: 'o3', refusals: [unverified], host });
    expect(first.last).toMatchObject({ type: 'end', reason: 'complete' });
    expect(first.bodies.map((body) => [body['reasoning'] !== undefined, body['include'] !== undefined])).toEqual([
      [true, true],
      [false, true],
    ]);
    const second = await bodiesOf('openai', [OPENAI], { model: 'o3', host });
    expect(second.bodies.map((body) => 'reasoning' in body)).toEqual([false]);
    const none = await bodiesOf('openai', [OPENAI], {
      model: 'o4-mini',
      refusals: [unverified, 'Encrypted content is not supported with this model.'],
    });
    expect(none.bodies.map((body) => 'include' in body)).toEqual([true, true, false]);
    expect(JSON.stringify(none.body)).not.toContain('gAAA');
    const other = await bodiesOf('openai', [], { model: 'o3', refusals: ['Invalid value: x'] });
    expect(other.last).toMatchObject({ type: 'error', error: { kind: 'bad-request' } });
    expect(other.bodies).toHaveLength(1);
  });
});

describe('sealed thoughts', () => {
  const seals = [...ANTHROPIC, OPENAI];

  test('go to no other API than their own', async () => {
    expect(JSON.stringify((await bodiesOf('anthropic', [OPENAI])).body)).not.toContain('gAAA');
    expect(JSON.stringify((await bodiesOf('openai', ANTHROPIC, { model: 'gpt-5' })).body)).not.toContain('EqQB');
    const compatible = JSON.stringify((await bodiesOf('openai-compatible', seals)).body);
    expect(compatible).not.toMatch(/gAAA|EqQB|Shown/);
  });

  test('go to no other model than their own', () => {
    const own = buildPrompt({ thread: threadOf(2, seals), snapshots: new Map(), modelRef: MODEL });
    expect(own.messages[1]?.seals).toEqual(seals);
    for (const modelRef of [null, { ...MODEL, model: 'another' }]) {
      const { messages } = buildPrompt({ thread: threadOf(2, seals), snapshots: new Map(), modelRef });
      expect(messages.every((message) => message.seals === undefined)).toBe(true);
    }
  });

  test.each([
    ['anthropic', ANTHROPIC, 'messages', 'claude-3-5-haiku'],
    ['openai', [OPENAI], 'input', 'gpt-5'],
  ] as const)('keep the beginning of %s’s requests the same', async (kind, own, field, model) => {
    for (let turns = 1; turns < 4; turns++) {
      const shorter = JSON.stringify((await bodiesOf(kind, own, { model, turns })).body[field]);
      const longer = JSON.stringify((await bodiesOf(kind, own, { model, turns: turns + 1 })).body[field]);
      expect(longer.startsWith(`${shorter.slice(0, -1)},`)).toBe(true);
    }
  });
});
