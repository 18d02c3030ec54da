import { describe, expect, test } from 'vitest';
import { ChatFailure } from '../../../../lib/domain/errors';
import type { StreamEvent } from '../../../../lib/domain/stream-event';
import { fromTextGenerator, type TextGenerator } from '../../../../lib/providers/built-in/from-text-generator';
import { requestFor } from '../../../support/ask-reader';

const request = requestFor('Hello?', null);

async function eventsOf(generate: TextGenerator, signal = new AbortController().signal): Promise<StreamEvent[]> {
  return Array.fromAsync(fromTextGenerator(generate)(request, signal));
}

describe('a provider made of a text generator', () => {
  test('streams each piece and ends complete', async () => {
    const events = await eventsOf(async function* ({ question }) {
      yield 'You said ';
      yield '';
      yield question;
    });
    expect(events).toEqual([
      { type: 'text-delta', text: 'You said ' },
      { type: 'text-delta', text: 'Hello?' },
      { type: 'end', reason: 'complete' },
    ]);
  });

  test('turns what is thrown into an error event after the text so far', async () => {
    const events = await eventsOf(async function* () {
      yield 'half';
      throw new ChatFailure({ kind: 'overloaded', detail: 'busy' });
    });
    expect(events).toEqual([
      { type: 'text-delta', text: 'half' },
      { type: 'error', error: { kind: 'overloaded', detail: 'busy' } },
    ]);
    // eslint-disable-next-line require-yield
    const plain = await eventsOf(async function* () {
      throw new Error('no luck');
    });
    expect(plain).toEqual([{ type: 'error', error: { kind: 'unknown', detail: 'no luck' } }]);
  });

  test('never throws, even where making the generator does', async () => {
    const events = await eventsOf(() => {
      throw new Error('not even started');
    });
    expect(events).toEqual([{ type: 'error', error: { kind: 'unknown', detail: 'not even started' } }]);
  });

  test('calls a stream without text an empty answer', async () => {
    const events = await eventsOf(async function* () {
      yield '';
    });
    expect(events).toEqual([{ type: 'error', error: { kind: 'empty-answer' } }]);
  });

  test('stops at an abort, closes the generator and says nothing more', async () => {
    const controller = new AbortController();
    let closed = false;
    const events: StreamEvent[] = [];
    const provider = fromTextGenerator(async function* () {
      try {
        for (;;) yield 'on and on ';
      } finally {
        closed = true;
      }
    });
    for await (const event of provider(request, controller.signal)) {
      events.push(event);
      if (events.length === 3) controller.abort();
    }
    expect(events).toHaveLength(3);
    expect(closed).toBe(true);
  });

  test('stops at an abort even when the generator is stuck', async () => {
    const controller = new AbortController();
    const events = eventsOf(async function* () {
      yield 'first';
      await new Promise(() => undefined);
    }, controller.signal);
    queueMicrotask(() => controller.abort());
    await expect(events).resolves.not.toContainEqual(expect.objectContaining({ type: 'end' }));
  });

  test('says nothing about what is thrown because of an abort', async () => {
    const controller = new AbortController();
    const events: StreamEvent[] = [];
    const provider = fromTextGenerator(async function* (_, signal) {
      yield 'first';
      controller.abort();
      signal.throwIfAborted();
    });
    for await (const event of provider(request, controller.signal)) events.push(event);
    expect(events).toEqual([{ type: 'text-delta', text: 'first' }]);
  });

  test('does not start after an abort', async () => {
    let started = false;
    const events = await eventsOf(async function* () {
      started = true;
      yield 'too late';
    }, AbortSignal.abort());
    expect(events).toEqual([]);
    expect(started).toBe(false);
  });

  test('closes the generator when the consumer leaves early', async () => {
    let closed = false;
    const provider = fromTextGenerator(async function* () {
      try {
        yield 'a';
        yield 'b';
      } finally {
        closed = true;
      }
    });
    for await (const event of provider(request, new AbortController().signal)) {
      expect(event.type).toBe('text-delta');
      break;
    }
    expect(closed).toBe(true);
  });
});
