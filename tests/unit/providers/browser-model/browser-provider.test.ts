import { expect, test } from 'vitest';
import { createBrowserProvider } from '../../../../lib/providers/browser-model/browser-provider';
import { createFakeLanguageModel } from '../../../support/fake-language-model';
import { collect, requestFor, requestWithPictures, summary } from '../../../support/fake-provider/provider-rig';

test('answers in pieces, with its counts, and lets the session go', async () => {
  const api = createFakeLanguageModel();
  const messages = [
    { role: 'user', text: 'Hello there' },
    { role: 'assistant', text: 'Hi' },
    { role: 'user', text: 'When was it built?' },
  ] as const;
  const events = await collect(createBrowserProvider(api), { ...requestFor('browser-model'), messages });
  expect(summary(events)).toMatchObject({
    text: 'The lighthouse was built in 1884.',
    last: { type: 'end', reason: 'complete' },
    terminals: 1,
  });
  expect(events).toContainEqual({ type: 'usage', usage: { inputTokens: 9, outputTokens: 6 } });
  expect(api.created[0]?.initialPrompts).toEqual([
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hello there' },
    { role: 'assistant', content: 'Hi' },
  ]);
  expect(api.asked).toEqual(['When was it built?']);
  expect(api.destroyed()).toBe(1);
});

test.each(['unavailable', 'downloadable', 'downloading'] as const)(
  'a model that is %s is told of and not set going',
  async (availability) => {
    const api = createFakeLanguageModel({ availability });
    const { last } = summary(await collect(createBrowserProvider(api), requestFor('browser-model')));
    expect(last).toEqual({ type: 'error', error: { kind: 'browser-model' } });
    expect(api.created).toEqual([]);
  },
);

test('a browser without one says the same', async () => {
  const { last } = summary(await collect(createBrowserProvider(null), requestFor('browser-model')));
  expect(last).toEqual({ type: 'error', error: { kind: 'browser-model' } });
});

test('it cannot see: a picture is told of before anything is asked', async () => {
  const api = createFakeLanguageModel();
  const events = await collect(createBrowserProvider(api), requestWithPictures('browser-model'));
  expect(events).toEqual([{ type: 'error', error: { kind: 'cannot-see' } }]);
  expect(api.created).toEqual([]);
});

test('what does not fit is told before it is asked, so that the session drops nothing by itself', async () => {
  const api = createFakeLanguageModel({ contextWindow: 100 });
  const request = requestFor('browser-model', 'word '.repeat(99));
  const { last } = summary(await collect(createBrowserProvider(api), request));
  expect(last).toEqual({ type: 'error', error: { kind: 'context-length' } });
  expect(api.asked).toEqual([]);
  expect(api.destroyed()).toBe(1);
});

test('Stop ends the answer and lets the session go', async () => {
  const api = createFakeLanguageModel();
  const stop = new AbortController();
  const events = [];
  for await (const event of createBrowserProvider(api)(requestFor('browser-model'), stop.signal)) {
    events.push(event);
    stop.abort();
  }
  expect(summary(events)).toMatchObject({ text: 'The lighthouse ', terminals: 0 });
  expect(api.destroyed()).toBe(1);
});

test.each([
  ['QuotaExceededError', { type: 'error', error: { kind: 'context-length' } }],
  ['NotReadableError', { type: 'end', reason: 'filtered' }],
  ['NotAllowedError', { type: 'error', error: { kind: 'browser-model', detail: 'fake' } }],
  ['NotSupportedError', { type: 'error', error: { kind: 'bad-request', detail: 'fake' } }],
  ['UnknownError', { type: 'error', error: { kind: 'unknown', detail: 'fake' } }],
])('%s in mid-answer keeps the text and says what it is', async (streamFails, expected) => {
  const api = createFakeLanguageModel({ streamFails });
  const { text, last } = summary(await collect(createBrowserProvider(api), requestFor('browser-model')));
  expect(text).toBe('The lighthouse was built in 1884.');
  expect(last).toEqual(expected);
});

test('an end without a word is no answer', async () => {
  const api = createFakeLanguageModel({ pieces: [' '] });
  const { last } = summary(await collect(createBrowserProvider(api), requestFor('browser-model')));
  expect(last).toEqual({ type: 'error', error: { kind: 'empty-answer' } });
});
