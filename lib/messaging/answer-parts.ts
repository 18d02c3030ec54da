import * as v from 'valibot';
import type { ChatError } from '../domain/errors';

const answerText = v.pipe(v.string(), v.maxLength(50_000_000));
const seal = v.variant('kind', [
  v.object({ kind: v.literal('anthropic-thinking'), thinking: answerText, signature: answerText }),
  v.object({ kind: v.literal('anthropic-redacted'), data: answerText }),
  v.object({
    kind: v.literal('openai-reasoning'),
    id: answerText,
    summary: v.pipe(v.array(answerText), v.readonly()),
    encrypted: answerText,
  }),
]);
const count = v.exactOptional(v.number());
/** What was noted of a part of a page. */
const finding = v.object({
  type: v.literal('finding'),
  part: v.number(),
  state: v.picklist(['waiting', 'reading', 'read', 'empty', 'failed', 'left-out']),
  text: answerText,
  // It was sent to the panel before, and is shown there alone.
  error: v.exactOptional(v.custom<ChatError>((value) => typeof value === 'object' && value !== null)),
  usage: v.exactOptional(
    v.object({
      inputTokens: count,
      outputTokens: count,
      cachedInputTokens: count,
      cacheWriteTokens: count,
      reasoningTokens: count,
    }),
  ),
});
/** The guard of an answer's body: as long as there may be; it was sent to the panel before. */
export const parts = v.array(
  v.variant('type', [
    v.object({ type: v.literal('text'), text: answerText }),
    v.object({
      type: v.literal('reasoning'),
      text: answerText,
      startedAt: v.exactOptional(v.number()),
      endedAt: v.exactOptional(v.number()),
      seals: v.exactOptional(v.pipe(v.array(seal), v.readonly())),
    }),
    finding,
  ]),
);
