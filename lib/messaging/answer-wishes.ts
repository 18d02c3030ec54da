import * as v from 'valibot';
import { EFFORTS } from '../domain/model-parameters';
import { modelRef, shortText } from './request-values';

/** How an answer is to be. */
export const parameters = v.object({
  instructions: v.exactOptional(v.pipe(v.string(), v.maxLength(50_000))),
  temperature: v.exactOptional(v.number()),
  topP: v.exactOptional(v.number()),
  maxTokens: v.exactOptional(v.number()),
  stop: v.exactOptional(v.pipe(v.array(shortText), v.readonly())),
  effort: v.exactOptional(v.picklist(EFFORTS)),
  thinkingTokens: v.exactOptional(v.number()),
});

const avatar = v.pipe(v.string(), v.maxLength(500_000));

/** By whom. */
export const persona = v.object({
  id: shortText,
  name: shortText,
  avatar,
  modelRef: v.nullable(modelRef),
  parameters,
});

const index = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How a page is read part by part. */
export const wholePage = v.object({
  blocks: index,
  parts: v.pipe(
    v.array(
      v.object({
        from: index,
        to: index,
        piece: v.exactOptional(v.pipe(v.tuple([index, index]), v.readonly())),
      }),
    ),
    v.minLength(1),
    v.readonly(),
  ),
});
