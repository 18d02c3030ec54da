import { describe, expect, it } from 'vitest';
import { EMPTY_ANSWER } from '../../../lib/domain/apply-event';
import { textOf } from '../../../lib/domain/content';
import type { RunId } from '../../../lib/domain/ids';
import type { RunBatch, RunSnapshot } from '../../../lib/domain/run';
import type { RunEvent } from '../../../lib/domain/stream-event';
import { LiveAnswers } from '../../../lib/panel/live-answers.svelte';
import { chatIdOf, messageIdOf, textParts } from '../../support/rows';

const A = messageIdOf('a');
const ids = (run: string) => ({ runId: run as RunId, chatId: chatIdOf('c'), messageId: A });
const snapshot = (seq: number, text: string, run = 'r'): RunSnapshot => ({
  ...ids(run),
  seq,
  answer: { ...EMPTY_ANSWER, parts: textParts(text) },
});
const batch = (seq: number, event: RunEvent, run = 'r'): RunBatch => ({ ...ids(run), seq, events: [event] });
const say = (text: string): RunEvent => ({ type: 'text-delta', text });
const textIn = (live: LiveAnswers) => textOf(live.get(A)?.parts ?? []);

describe('LiveAnswers', () => {
  it('applies batches in order; a repeat changes nothing', () => {
    const live = new LiveAnswers();
    live.take(snapshot(2, 'ab'));
    expect(live.apply(batch(3, say('c')))).toBe(true);
    expect(live.apply(batch(3, say('c')))).toBe(true);
    expect(live.apply(batch(1, say('a')))).toBe(true);
    expect(textIn(live)).toBe('abc');
  });

  it('says where a batch is missing, and takes nothing out of order', () => {
    const live = new LiveAnswers();
    expect(live.apply(batch(1, say('x')))).toBe(false);
    live.take(snapshot(1, 'a'));
    expect(live.apply(batch(3, say('c')))).toBe(false);
    expect(live.apply(batch(2, say('b'), 'another run'))).toBe(false);
    expect(textIn(live)).toBe('a');
  });

  it('does not fall back to a snapshot older than what it has of the same run', () => {
    const live = new LiveAnswers();
    live.take(snapshot(1, 'a'));
    live.apply(batch(2, { type: 'end', reason: 'complete' }));
    live.replaceAll([snapshot(1, 'a')]);
    expect(live.get(A)?.status).toBe('complete');
    live.take(snapshot(0, '', 'a new run'));
    expect(live.get(A)?.status).toBe('streaming');
  });

  it('keeps of a run that is gone without an end what was shown, until it is begun again or another chat opened', () => {
    const live = new LiveAnswers();
    live.take(snapshot(1, 'a'));
    live.replaceAll([]);
    expect(live.get(A)).toBeUndefined();
    expect(textOf(live.lost(A)?.parts ?? [])).toBe('a');
    live.replaceAll([]);
    expect(live.lost(A)).toBeDefined();
    live.take(snapshot(0, 'a', 'a new run'));
    expect(live.lost(A)).toBeUndefined();
    live.replaceAll([]);
    live.clear();
    expect(live.lost(A)).toBeUndefined();
    live.take(snapshot(1, 'a'));
    live.clear();
    expect(live.get(A)).toBeUndefined();
  });

  it('forgets a run that has ended and is gone', () => {
    const live = new LiveAnswers();
    live.take(snapshot(1, 'a'));
    live.apply(batch(2, { type: 'stop' }));
    live.replaceAll([]);
    expect(live.get(A)).toBeUndefined();
    expect(live.lost(A)).toBeUndefined();
  });

  it('knows which answers still grow', () => {
    const live = new LiveAnswers();
    expect(live.streaming).toEqual([]);
    live.take(snapshot(1, 'a'));
    expect(live.streaming).toEqual([snapshot(1, 'a')]);
    live.apply(batch(2, { type: 'stop' }));
    expect(live.streaming).toEqual([]);
  });

  it('keeps a text in step with each answer, the same one while it grows', () => {
    const live = new LiveAnswers();
    const whole = () => live.textOf(A)?.slice(0, Infinity);
    live.take(snapshot(1, 'a'));
    const text = live.textOf(A);
    live.apply({ ...batch(2, say('b')), events: [say('b'), { type: 'reasoning-delta', text: '?' }, say('c')] });
    expect(whole()).toBe('abc');
    live.replaceAll([snapshot(3, 'abcd')]);
    expect(whole()).toBe('abcd');
    expect(live.textOf(A)).toBe(text);
    live.apply({ ...batch(4, say('e')), events: [{ type: 'stop' }, say('e')] });
    expect(whole()).toBe(textIn(live));
    live.take(snapshot(0, 'Anew', 'a new run'));
    expect(whole()).toBe('Anew');
    expect(live.textOf(A)).not.toBe(text);
    live.clear();
    expect(live.textOf(A)).toBeUndefined();
  });
});
