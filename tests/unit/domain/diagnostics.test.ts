import { expect, test } from 'vitest';
import { EMPTY_ANSWER } from '../../../lib/domain/apply-event';
import { diagnostics } from '../../../lib/domain/diagnostics';
import type { ProviderId } from '../../../lib/domain/ids';
import { newMessage } from '../../../lib/engine/new-message';
import { chatIdOf, messageIdOf } from '../../support/rows';

test('a report says what happened and where, and nothing that was written', () => {
  const report = diagnostics({
    message: newMessage(messageIdOf('a1'), chatIdOf('c'), 0, {
      role: 'assistant',
      status: 'failed',
      parentId: messageIdOf('q1'),
      modelRef: { providerId: 'p' as ProviderId, model: 'gpt-x' },
      finishedAt: 2_500,
    }),
    answer: {
      ...EMPTY_ANSWER,
      status: 'failed',
      parts: [{ type: 'text', text: 'A secret answer' }],
      error: { kind: 'server-error', status: 503, host: 'api.example.com', detail: 'No capacity.' },
    },
    provider: {
      id: 'p' as ProviderId,
      kind: 'openai-compatible',
      preset: null,
      name: 'My secret name',
      baseUrl: 'https://api.example.com/v1/secret-path',
      model: 'gpt-x',
      avatar: '',
      allowInsecure: false,
    },
    version: '0.1.0',
    browser: 'Test/1',
  });
  expect(report.split('\n')).toEqual([
    'Aside: 0.1.0',
    'Browser: Test/1',
    'Provider: openai-compatible',
    'Host: api.example.com',
    'Model: gpt-x',
    'State: failed',
    'Error: server-error',
    'Status: 503',
    'Server said: No capacity.',
    'Characters shown: 15',
    'Carried a page: no',
    'Asked at: 1970-01-01T00:00:00.000Z',
    'Seconds: 2.5',
  ]);
});
