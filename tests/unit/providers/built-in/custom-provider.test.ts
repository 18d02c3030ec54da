import { expect, test } from 'vitest';
import { wordCounter } from '../../../fixtures/custom-provider.example';
import { snapshotOf } from '../../../fixtures/reader/read-fixture';
import { requestFor } from '../../../support/ask-reader';

const block = {
  id: 'b1',
  kind: 'paragraph',
  headings: [],
  text: 'Lemon tart, lemon cake; lemon curd with cream',
} as const;

test('the example provider of the README answers about a page', async () => {
  const request = requestFor('Which words?', snapshotOf([block], 'en', 'Lemons'));
  expect(await Array.fromAsync(wordCounter(request, new AbortController().signal))).toEqual([
    { type: 'text-delta', text: '- lemon: 2\n' },
    { type: 'text-delta', text: '- Lemon: 1\n' },
    { type: 'text-delta', text: '- cream: 1\n' },
    { type: 'end', reason: 'complete' },
  ]);
});

test('the example provider of the README fails in words without a page', async () => {
  expect(await Array.fromAsync(wordCounter(requestFor('Hello', null), new AbortController().signal))).toEqual([
    { type: 'error', error: { kind: 'unknown', detail: 'Read a page first.' } },
  ]);
});
