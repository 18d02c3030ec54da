import fc from 'fast-check';
import type { ModelRef } from '../../../lib/domain/chat';
import type { ChatError } from '../../../lib/domain/errors';
import type { ProviderId } from '../../../lib/domain/ids';
import { EFFORTS, type ModelParameters } from '../../../lib/domain/model-parameters';
import type { Persona } from '../../../lib/domain/persona';
import type { BudgetStanding } from '../../../lib/domain/spending/spending-budget';
import type { Usage } from '../../../lib/domain/stream-event';
import type { PageStretch, WholePagePlan } from '../../../lib/domain/whole-page/plan';
import { amount, anyRow, count, text, time, word } from './any-row';

// What fields of chats, messages and parts hold.

export const usage = anyRow<Usage>({
  inputTokens: count,
  outputTokens: count,
  cachedInputTokens: count,
  cacheWriteTokens: count,
  reasoningTokens: count,
});

export const modelRef: fc.Arbitrary<ModelRef> = fc.record({
  providerId: word.map((id) => id as ProviderId),
  model: text,
});

export const parameters = anyRow<ModelParameters>({
  instructions: text,
  temperature: amount,
  topP: amount,
  maxTokens: count,
  stop: fc.array(text, { maxLength: 2 }),
  effort: fc.constantFrom(...EFFORTS),
  thinkingTokens: count,
});

export const persona = anyRow<Persona>(
  { id: word, name: text, avatar: text, modelRef: fc.option(modelRef), parameters },
  'id',
  'name',
  'avatar',
  'modelRef',
  'parameters',
);

const stretch = anyRow<PageStretch>({ from: count, to: count, piece: fc.tuple(count, count) }, 'from', 'to');

export const wholePage = anyRow<WholePagePlan>(
  { blocks: count, parts: fc.array(stretch, { minLength: 1, maxLength: 3 }) },
  'blocks',
  'parts',
);

const budget = anyRow<BudgetStanding>(
  { period: fc.constantFrom('month', 'day'), since: time, spent: amount, limit: amount },
  'period',
  'since',
  'spent',
  'limit',
);

export const chatError = anyRow<ChatError>(
  {
    kind: fc.constantFrom('rate-limited', 'budget', 'bad-request', 'page-never', 'unknown'),
    detail: text,
    status: count,
    host: text,
    retryAfter: count,
    parameter: fc.constantFrom('temperature', 'thinkingTokens'),
    budget,
  },
  'kind',
);
