import { describe, expect, test } from 'vitest';
import { describeError, type ErrorAction } from '../../../lib/domain/describe-error';
import type { ChatErrorKind } from '../../../lib/domain/errors';

const ACTIONS = {
  'bad-request': 'open-settings',
  unauthorized: 'open-settings',
  'payment-required': 'retry',
  forbidden: 'open-settings',
  'not-found': 'open-settings',
  'rate-limited': 'wait-and-retry',
  'server-error': 'retry',
  overloaded: 'wait-and-retry',
  'context-length': 'new-chat',
  unreachable: 'retry',
  'insecure-host': 'open-settings',
  redirected: 'open-settings',
  'not-a-stream': 'open-settings',
  'empty-answer': 'retry',
  'stream-broken': 'retry',
  timeout: 'retry',
  'background-stopped': 'retry',
  updated: null,
  storage: null,
  'no-key': 'enter-key',
  'key-lost': 'enter-key',
  'keys-locked': 'unlock-keys',
  'no-provider': 'open-settings',
  'page-permission': 'allow-page',
  'page-unreadable': 'ask-without-page',
  'page-empty': 'ask-without-page',
  'page-private': 'ask-without-page',
  'page-never': 'ask-without-page',
  'model-loading': 'wait-and-retry',
  'out-of-memory': 'retry',
  'browser-model': 'open-settings',
  'cannot-see': 'open-settings',
  budget: 'go-on-once',
  unknown: 'retry',
} as const satisfies Record<ChatErrorKind, ErrorAction | null>;

const KINDS = Object.keys(ACTIONS) as ChatErrorKind[];

describe.each(KINDS)('%s', (kind) => {
  test('says in plain sentences what happened, what was kept and what to do', () => {
    const { title, detail, action } = describeError({ kind });
    expect(title).toMatch(/^[A-Z].{10,90}\.$/);
    expect(detail).toMatch(/^Your question is kept\. [A-Z].*\.$/);
    expect(title + detail).not.toMatch(/undefined|null|NaN| {2}/);
    expect(action).toBe(ACTIONS[kind]);
  });
});

test('every kind has a title of its own', () => {
  expect(new Set(KINDS.map((kind) => describeError({ kind }).title)).size).toBe(KINDS.length);
});

test('names the host and the status and quotes the server', () => {
  const error = { kind: 'server-error', host: 'api.example.com', status: 503, detail: 'No capacity.' } as const;
  expect(describeError(error)).toEqual({
    title: 'api.example.com had a problem of its own (503).',
    detail: 'Your question is kept. This often passes. Try again. It said: “No capacity.”',
    action: 'retry',
  });
});

test('says how long the server asks to wait, in a unit a person would use', () => {
  const detail = (retryAfter: number) => describeError({ kind: 'rate-limited', retryAfter }).detail;
  expect(detail(1)).toContain('wait 1 second.');
  expect(detail(20)).toContain('wait 20 seconds.');
  expect(detail(600)).toContain('wait 10 minutes.');
  expect(detail(86_400)).toContain('wait 24 hours.');
  expect(detail(604_800)).toContain('wait 7 days.');
  expect(detail(0)).toContain('Wait a little');
});

test('offers Continue once some of the answer has arrived', () => {
  for (const kind of ['stream-broken', 'timeout', 'overloaded', 'unreachable'] as const) {
    const described = describeError({ kind }, { hasText: true });
    expect(described.action).toBe('continue');
    expect(described.detail).toMatch(/^Your question and the text so far are kept\./);
    expect(describeError({ kind }, { hasText: true, canContinue: false }).action).not.toBe('continue');
  }
});

test('tells a server that gave up from one that fell silent', () => {
  expect(describeError({ kind: 'timeout', host: 'h' }).title).toBe('h sent nothing for too long.');
  expect(describeError({ kind: 'timeout', host: 'h', status: 408 }).title).toBe(
    'h took too long over the request (408).',
  );
});

test('shows no status that stands for success', () => {
  expect(describeError({ kind: 'not-a-stream', status: 200 }).title).not.toContain('200');
});

test('offers to leave the page out when the page made the question too long', () => {
  expect(describeError({ kind: 'context-length' }, { hasPage: true }).action).toBe('ask-without-page');
});
