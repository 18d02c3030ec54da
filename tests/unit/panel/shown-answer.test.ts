import { describe, expect, test } from 'vitest';
import { EMPTY_ANSWER, type Answer } from '../../../lib/domain/apply-event';
import type { Message } from '../../../lib/domain/chat';
import { textOf } from '../../../lib/domain/content';
import { createGrowingText } from '../../../lib/domain/growing-text';
import { shownAnswer, shownText } from '../../../lib/panel/shown-answer';
import { answerRow, messageIdOf, textParts } from '../../support/rows';

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

describe('the text of an answer as it is shown', () => {
  const text = createGrowingText('ab');
  const live = { get: () => answer, textOf: () => text };
  const answer = growing('ab');

  test('is the one that grows, for as long as the live answer is shown', () => {
    expect(shownText(messageIdOf('a'), answer, live)).toBe(text);
  });

  test('is the stored one for any other', () => {
    expect(shownText(messageIdOf('a'), growing('abc'), live)).toBe('abc');
    expect(shownText(messageIdOf('a'), answer, { get: () => undefined, textOf: () => undefined })).toBe('ab');
  });
});
