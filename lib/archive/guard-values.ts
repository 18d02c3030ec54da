import * as v from 'valibot';
import type { ChatError } from '../domain/errors';
import type { BudgetStanding } from '../domain/spending/spending-budget';
import type { Usage } from '../domain/stream-event';
import { LIMITS } from './limits';

/** A schema for each field of a row. */
export type Fields<Row> = Readonly<Record<keyof Required<Row>, v.GenericSchema>>;

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
export const short = v.pipe(v.string(), v.maxLength(4_000));
export const text = v.pipe(
  v.string(),
  v.maxLength(LIMITS.text, 'A message is longer than 50 million characters.'),
);
/** Milliseconds since the epoch, as far as a Date reaches. */
export const time = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const usage = v.object({
  inputTokens: v.exactOptional(count),
  outputTokens: v.exactOptional(count),
  cachedInputTokens: v.exactOptional(count),
  cacheWriteTokens: v.exactOptional(count),
  reasoningTokens: v.exactOptional(count),
} satisfies Fields<Usage>);

/** How something failed. */
export const chatError = v.object({
  kind: short as unknown as v.GenericSchema<ChatError['kind']>,
  detail: v.exactOptional(short),
  status: v.exactOptional(v.number()),
  host: v.exactOptional(short),
  retryAfter: v.exactOptional(v.number()),
  parameter: v.exactOptional(short),
  budget: v.exactOptional(
    v.object({
      period: v.picklist(['month', 'day']),
      since: time,
      spent: v.pipe(v.number(), v.minValue(0)),
      limit: v.pipe(v.number(), v.minValue(0)),
    } satisfies Fields<BudgetStanding>),
  ),
} satisfies Fields<ChatError>);
