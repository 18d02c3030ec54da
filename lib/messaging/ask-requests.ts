import * as v from 'valibot';
import { parameters, persona, wholePage } from './answer-wishes';
import { attached } from './attachment-requests';
import { chatId, longText, messageId, modelRef, page } from './request-values';

/** What is asked of a model: a question, another answer to one, or that an answer goes on. */
export const askRequests = [
  v.pipe(
    v.object({
      type: v.literal('send'),
      begins: v.exactOptional(v.boolean()),
      chatId,
      messageId,
      answerId: messageId,
      text: longText,
      attached: v.exactOptional(attached),
      modelRef,
      readPage: v.nullable(v.boolean()),
      page,
      parameters: v.exactOptional(parameters),
      persona: v.exactOptional(v.nullable(persona)),
      chatParameters: v.exactOptional(v.nullable(parameters)),
      replaces: v.exactOptional(messageId),
      wholePage: v.exactOptional(wholePage),
    }),
    v.check(({ text, attached = [] }) => /\S/.test(text) || attached.length > 0),
  ),
  v.object({
    type: v.literal('regenerate'),
    messageId,
    answerId: messageId,
    modelRef,
    page,
    parameters: v.exactOptional(parameters),
    wholePage: v.exactOptional(wholePage),
    once: v.exactOptional(v.boolean()),
  }),
  v.object({
    type: v.literal('resume'),
    messageId,
    modelRef,
    page,
    parameters: v.exactOptional(parameters),
    dropPage: v.boolean(),
    leaveOutUnread: v.exactOptional(v.boolean()),
    overBudget: v.exactOptional(v.boolean()),
  }),
] as const;
