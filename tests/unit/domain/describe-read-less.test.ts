import { expect, test } from 'vitest';
import { describeReadLess } from '../../../lib/domain/describe-read-less';

const told = (read: number | undefined, tokens: number | undefined, host: string | null = 'api.example.com') =>
  describeReadLess({
    sent: {
      ...{ host, systemVersion: 1, budgetTokens: 1, continuedFrom: null, fingerprint: '' },
      ...(tokens === undefined ? {} : { tokens }),
    },
    usage: read === undefined ? {} : { inputTokens: read },
  });

test('tells of a server that counted far fewer tokens than were sent, with what to do', () => {
  expect(told(4096, 20_000)?.title).toBe('The server read only 4.1K of the ≈ 20K tokens that were sent.');
  expect(told(4096, 20_000)?.detail).toContain('longer context');
  expect(told(4096, 20_000, '127.0.0.1:11434')?.detail).toContain('OLLAMA_CONTEXT_LENGTH');
});

test.each([
  ['an estimate that is a little off', 14_000, 20_000],
  ['a server that read more', 30_000, 20_000],
  ['a server that had kept what came before', 80, 20_000],
  ['a server that does not say', undefined, 20_000],
  ['an answer of before it was kept', 4096, undefined],
])('says nothing for %s', (_case, read, tokens) => {
  expect(told(read, tokens)).toBeNull();
});

test('says nothing where nothing was sent', () => {
  expect(told(4096, 20_000, null)).toBeNull();
  expect(describeReadLess({ usage: null })).toBeNull();
});
