import { describe, expect, test } from 'vitest';
import { EMPTY_ANSWER, type Answer } from '../../../lib/domain/apply-event';
import type { MessageStatus } from '../../../lib/domain/chat';
import { announceEnd, describeEnd } from '../../../lib/domain/describe-end';
import { type ChatErrorKind, isPassing } from '../../../lib/domain/errors';
import { textParts } from '../../support/rows';

const ALL = { hasPage: false, canContinue: true };
const answer = (status: MessageStatus, more: Partial<Answer> = {}): Answer => ({
  ...EMPTY_ANSWER,
  status,
  ...more,
});
const withText = (status: MessageStatus, more: Partial<Answer> = {}) =>
  answer(status, { parts: textParts('Some text'), ...more });
const actionsOf = (ended: Answer, context = ALL) =>
  describeEnd(ended, context)?.actions.map(({ action }) => action);

const KINDS: readonly ChatErrorKind[] = [
  'bad-request',
  'unauthorized',
  'payment-required',
  'forbidden',
  'not-found',
  'rate-limited',
  'server-error',
  'overloaded',
  'context-length',
  'unreachable',
  'insecure-host',
  'redirected',
  'not-a-stream',
  'empty-answer',
  'stream-broken',
  'timeout',
  'background-stopped',
  'storage',
  'no-key',
  'key-lost',
  'keys-locked',
  'no-provider',
  'page-permission',
  'page-unreadable',
  'page-empty',
  'page-private',
  'page-never',
  'unknown',
];

describe('describeEnd', () => {
  test('has nothing to say of an answer that streams or is complete', () => {
    expect(describeEnd(answer('streaming'), ALL)).toBeNull();
    expect(describeEnd(withText('complete'), ALL)).toBeNull();
  });

  test('tells the note of a complete answer, without an alarm', () => {
    const end = describeEnd(withText('complete', { note: 'It asked for tools.' }), ALL);
    expect(end).toEqual({ role: 'note', title: 'It asked for tools.', detail: '', actions: [] });
  });

  test('gives every other state words of its own and at least one button', () => {
    const states = ['stopped', 'length', 'filtered', 'refused', 'interrupted', 'failed'] as const;
    const titles = states.map((status) => describeEnd(withText(status), ALL)?.title);
    expect(new Set(titles).size).toBe(states.length);
    for (const status of states) expect(actionsOf(withText(status))?.length).toBeGreaterThan(0);
  });

  test('offers Continue only where there is text and the provider can go on', () => {
    for (const status of ['stopped', 'length', 'interrupted'] as const) {
      expect(actionsOf(withText(status))?.[0]).toBe('continue');
      expect(actionsOf(answer(status))?.[0]).toBe('retry');
      expect(actionsOf(withText(status), { ...ALL, canContinue: false })?.[0]).toBe('retry');
    }
  });

  test('never offers one button twice, whatever failed', () => {
    for (const kind of KINDS) {
      for (const parts of [[], textParts('x')]) {
        for (const status of ['failed', 'interrupted'] as const) {
          for (const context of [ALL, { hasPage: true, canContinue: false }]) {
            const end = describeEnd(answer(status, { parts, error: { kind } }), context);
            const labels = end?.actions.map(({ label }) => label) ?? [];
            expect(end?.role).toBe('alert');
            expect(new Set(labels).size, `${kind} ${labels.join()}`).toBe(labels.length);
          }
        }
      }
    }
  });

  test('lets a mended cause be tried again beside the button that mends it', () => {
    expect(actionsOf(answer('failed', { error: { kind: 'unauthorized' } }))).toEqual(['open-settings', 'retry']);
    const page = answer('failed', { error: { kind: 'page-permission' } });
    expect(actionsOf(page)).toEqual(['allow-page', 'retry']);
    const long = answer('failed', { error: { kind: 'context-length' } });
    expect(actionsOf(long, { ...ALL, hasPage: true })).toEqual(['ask-without-page', 'retry']);
    expect(actionsOf(long)).toEqual(['new-chat']);
  });

  test('says that text is kept only where there is some', () => {
    const error = { kind: 'background-stopped' } as const;
    expect(describeEnd(withText('interrupted', { error }), ALL)?.detail).toContain('text so far');
    expect(describeEnd(answer('interrupted', { error }), ALL)?.detail).toBe('Your question is kept. Try again.');
    const blank = answer('failed', { error: { kind: 'server-error' }, parts: textParts('\n') });
    expect(describeEnd(blank, ALL)?.detail).toMatch(/^Your question is kept\./);
  });

  test('speaks of Continue only where that is its button', () => {
    for (const status of ['length', 'interrupted', 'failed'] as const) {
      for (const kind of [...KINDS, null]) {
        if (status === 'interrupted' && kind !== null && !isPassing({ kind })) continue;
        for (const parts of [[], textParts('x')]) {
          for (const canContinue of [true, false]) {
            const error = kind === null ? null : { kind };
            const end = describeEnd(answer(status, { parts, error }), { hasPage: false, canContinue });
            const hasButton = end?.actions.some(({ action }) => action === 'continue') ?? false;
            expect(/Continue/.test(end?.detail ?? ''), `${status} ${kind}`).toBe(hasButton);
          }
        }
      }
    }
  });

  test('quotes the server that broke an answer off', () => {
    const error = { kind: 'overloaded', detail: 'No room.', retryAfter: 20 } as const;
    expect(describeEnd(withText('interrupted', { error }), ALL)?.detail).toBe(
      'Your question and the text so far are kept. It asks to wait 20 seconds. Continue picks up where it stopped. It said: “No room.”',
    );
  });

  test('offers a new chat first where this one has filled the model', () => {
    expect(actionsOf(withText('length', { note: 'The chat is full.' }))).toEqual(['new-chat', 'continue']);
    expect(describeEnd(withText('length', { note: 'The chat is full.' }), ALL)?.title).toBe('The chat is full.');
  });

  test('treats a pause of the model as no failure', () => {
    expect(describeEnd(withText('interrupted'), ALL)?.role).toBe('note');
  });
});

describe('announceEnd', () => {
  test('is one sentence for each end, and silent where an alert speaks', () => {
    expect(announceEnd(answer('streaming'), 'Reader')).toBe('Reader is answering.');
    expect(announceEnd(answer('complete'), 'Reader')).toBe('Reader has answered.');
    expect(announceEnd(answer('refused'), 'Reader')).toBe('Reader declined to answer.');
    for (const status of ['stopped', 'length', 'filtered'] as const) {
      expect(announceEnd(answer(status), 'Reader')).toMatch(/^The .+\.$/);
    }
    expect(announceEnd(answer('failed'), 'Reader')).toBe('');
    expect(announceEnd(answer('interrupted', { error: { kind: 'timeout' } }), 'Reader')).toBe('');
  });

  test('says that the model paused, since that shows no alert', () => {
    expect(announceEnd(answer('interrupted'), 'Reader')).toMatch(/paused/);
  });
});
