import { describe, expect, test } from 'vitest';
import { EMPTY_ANSWER, type Answer } from '../../../lib/domain/apply-event';
import type { Message } from '../../../lib/domain/chat';
import { textOf } from '../../../lib/domain/content';
import { shownAnswer } from '../../../lib/panel/shown-answer';
import { answerRow, textParts } from '../../support/rows';

const growing = (text: string): Answer => ({ ...EMPTY_ANSWER, parts: textParts(text) });
const none = { get: () => undefined, lost: () => undefined };

/** Status and text of the answer on view, for a row with this status and text. */
function shown(
  status: Message['status'],
  text: string,
  live: Partial<Record<'get' | 'lost', () => Answer>>,
): string {
  const entry = { message: answerRow('a', 'q', { status }), parts: textParts(text) };
  const answer = shownAnswer(entry, { ...none, ...live });
  return `${answer.status}: ${textOf(answer.parts)}`;
}

describe('an answer as it is shown', () => {
  test('is the live one while it grows, whatever its row says', () => {
    expect(shown('streaming', '', { get: () => growing('ab') })).toBe('streaming: ab');
    expect(shown('interrupted', 'a', { get: () => growing('ab') })).toBe('streaming: ab');
  });

  test('is the live end until the row has it, and then the stored one', () => {
    const ended = (): Answer => ({ ...growing('abc'), status: 'complete' });
    expect(shown('streaming', '', { get: ended })).toBe('complete: abc');
    expect(shown('complete', 'abc', { get: ended })).toBe('complete: abc');
  });

  test('whose background died keeps what was on view until the row has caught up', () => {
    const lost = (): Answer => growing('abc');
    expect(shown('streaming', '', { lost })).toBe('streaming: abc');
    expect(shown('interrupted', 'ab', { lost })).toBe('interrupted: abc');
    expect(shown('interrupted', 'abc', { lost })).toBe('interrupted: abc');
  });

  test('is the stored one where that is longer or another', () => {
    const lost = (): Answer => growing('abc');
    expect(shown('complete', 'abcdef', { lost })).toBe('complete: abcdef');
    expect(shown('complete', 'xyz', { lost })).toBe('complete: xyz');
  });
});
