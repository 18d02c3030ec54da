import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEvent, EMPTY_ANSWER, type Answer } from '../../../lib/domain/apply-event';
import { textOf } from '../../../lib/domain/content';
import type { RunEvent } from '../../../lib/domain/stream-event';

const after = (...events: RunEvent[]): Answer => events.reduce(applyEvent, EMPTY_ANSWER);
const text = (words: string): RunEvent => ({ type: 'text-delta', text: words });
const thought = (words: string): RunEvent => ({ type: 'reasoning-delta', text: words });

const endEvent: fc.Arbitrary<RunEvent> = fc.constantFrom<RunEvent>(
  { type: 'end', reason: 'complete' },
  { type: 'end', reason: 'length', note: 'Cut.' },
  { type: 'error', error: { kind: 'timeout' } },
  { type: 'error', error: { kind: 'unauthorized' } },
  { type: 'stop' },
);
const anyEvent: fc.Arbitrary<RunEvent> = fc.oneof(
  fc.string().map(text),
  fc.string().map(thought),
  fc.constant<RunEvent>({ type: 'phase', phase: 'waiting' }),
  fc.record({ type: fc.constant('usage' as const), usage: fc.constant({ outputTokens: 1 }) }),
  endEvent,
);

describe('applyEvent', () => {
  test('joins deltas of one kind and keeps the order of kinds', () => {
    expect(after(thought('a'), thought('b'), text('c'), text(''), text('d'), thought('e')).parts).toEqual([
      { type: 'reasoning', text: 'ab' },
      { type: 'text', text: 'cd' },
      { type: 'reasoning', text: 'e' },
    ]);
  });

  test('shows a phase until the first token', () => {
    const waiting = after({ type: 'phase', phase: 'reading-page' });
    expect(waiting.phase).toBe('reading-page');
    expect(applyEvent(waiting, text('x')).phase).toBeNull();
    expect(applyEvent(waiting, { type: 'stop' }).phase).toBeNull();
  });

  test('adds up what is known of the usage', () => {
    const usage = after(
      { type: 'usage', usage: { inputTokens: 5 } },
      { type: 'usage', usage: { outputTokens: 7 } },
    ).usage;
    expect(usage).toEqual({ inputTokens: 5, outputTokens: 7 });
  });

  test.each(['stream-broken', 'timeout', 'server-error', 'overloaded', 'rate-limited', 'unreachable'] as const)(
    '%s interrupts an answer with text, fails one without',
    (kind) => {
      const error: RunEvent = { type: 'error', error: { kind } };
      expect(after(text('x'), error).status).toBe('interrupted');
      expect(after(error).status).toBe('failed');
      expect(after(thought('x'), text('\n'), error).status).toBe('failed');
    },
  );

  test('an error that must be mended first fails the answer and keeps its text', () => {
    const answer = after(text('x'), { type: 'error', error: { kind: 'payment-required', status: 402 } });
    expect(answer).toMatchObject({ status: 'failed', error: { kind: 'payment-required', status: 402 } });
    expect(textOf(answer.parts)).toBe('x');
  });

  test('never changes an answer that has ended, nor the one it was given', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), endEvent, fc.array(anyEvent), (before, end, rest) => {
        const answer = Object.freeze(after(...before));
        const ended = applyEvent(answer, end);
        expect(ended.status).not.toBe('streaming');
        expect(rest.reduce(applyEvent, ended)).toBe(ended);
      }),
    );
  });

  test('shows exactly the text that came', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        expect(textOf(after(...words.map(text)).parts)).toBe(words.join(''));
      }),
    );
  });
});
