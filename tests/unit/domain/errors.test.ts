import { describe, expect, test } from 'vitest';
import { type ChatError, ChatFailure, isPassing, toChatError } from '../../../lib/domain/errors';

describe('whatever was thrown becomes a ChatError', () => {
  test('a ChatFailure gives back its own', () => {
    const error: ChatError = { kind: 'rate-limited', status: 429, host: 'api.example.com', retryAfter: 3 };
    expect(toChatError(new ChatFailure(error))).toBe(error);
  });

  test.each([
    [new TypeError('broken'), 'broken'],
    ['only a string', 'only a string'],
    [undefined, 'undefined'],
    [null, 'null'],
  ])('%s is unknown, with its words', (thrown, detail) => {
    expect(toChatError(thrown)).toEqual({ kind: 'unknown', detail });
  });

  test('what it says is cut at 500 characters', () => {
    expect(toChatError(new Error('x'.repeat(2000))).detail).toHaveLength(500);
  });
});

describe('a ChatFailure', () => {
  test('reads as its detail, else as its kind', () => {
    expect(new ChatFailure({ kind: 'no-key', detail: 'No key for x.' }).message).toBe('No key for x.');
    expect(new ChatFailure({ kind: 'no-key' }).message).toBe('no-key');
  });
});

test('what passes by itself is told from what must be mended', () => {
  expect(isPassing({ kind: 'overloaded' })).toBe(true);
  expect(isPassing({ kind: 'unauthorized' })).toBe(false);
});
