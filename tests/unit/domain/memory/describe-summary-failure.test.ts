import { expect, test } from 'vitest';
import { describeSummaryFailure } from '../../../../lib/domain/memory/describe-summary-failure';

test('a summary that was not made leaves the chat as it was, and it says so', () => {
  const words = describeSummaryFailure({ kind: 'rate-limited', host: 'model.example', retryAfter: 60 });
  expect(words.title).toContain('model.example');
  expect(words.detail).toContain('No summary was made, and the chat is as it was.');
  expect(words.detail).not.toContain('question is kept');
  const cut = describeSummaryFailure({ kind: 'unknown', detail: 'The summary was cut off before its end.' });
  expect(cut.detail).toContain('The summary was cut off before its end.');
});
