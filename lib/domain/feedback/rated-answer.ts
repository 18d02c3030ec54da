import type { Chat, Feedback, Message } from '../chat';
import { foldText } from '../fold-text';
import type { RequestView } from '../sent-request';
import type { FeedbackReason } from './reasons';

/** An answer with its thumb, and what one needs to judge both. */
export interface RatedAnswer {
  readonly feedback: Feedback;
  readonly message: Message;
  readonly chat: Chat;
  readonly question: string;
  readonly answer: string;
}

/** What a rated answer must be like to be listed; null and '' ask nothing. */
export interface RatedFilter {
  readonly rating: 0 | 1 | null;
  readonly reason: FeedbackReason | null;
  readonly model: string | null;
  /** Rated at this time or later, in milliseconds since the epoch. */
  readonly since: number | null;
  /** Words that stand in the question, the answer or the comment. */
  readonly text: string;
}

/** The name that the filter by model goes by. */
export function modelNameOf({ modelRef, assistantName }: Message): string {
  return [assistantName, modelRef?.model].filter(Boolean).join(', ') || 'unknown';
}

/** Those of the answers that fit, in the order they come. */
export function filterRated(rated: readonly RatedAnswer[], filter: RatedFilter): readonly RatedAnswer[] {
  const words = foldText(filter.text).split(/\s+/).filter(Boolean);
  return rated.filter(({ feedback, message, question, answer }) => {
    if (filter.rating !== null && feedback.rating !== filter.rating) return false;
    if (filter.reason !== null && feedback.reasons?.includes(filter.reason) !== true) return false;
    if (filter.model !== null && modelNameOf(message) !== filter.model) return false;
    if (filter.since !== null && feedback.at < filter.since) return false;
    if (words.length === 0) return true;
    const text = foldText(`${question}\n${answer}\n${feedback.comment ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

/**
 * A rated answer as one line of JSON for an evaluation, after `docs/rated-answers.md`. `sent` is what the answer was asked
 * with; null where that is not known. Of a request only its texts and wishes are told: there is no key in it.
 */
export function ratedLine({ feedback, message, question, answer }: RatedAnswer, sent: RequestView | null): string {
  return JSON.stringify({
    format: 'aside-rated-answer',
    version: 1,
    id: message.id,
    chatId: message.chatId,
    question,
    context:
      sent === null
        ? null
        : {
            host: sent.host,
            exact: sent.exact,
            system: sent.system,
            messages: sent.messages.map(({ role, text }) => ({ role, text })),
          },
    answer,
    status: message.status,
    provider: message.assistantName,
    model: message.modelRef?.model ?? null,
    parameters: sent?.parameters ?? {},
    usage: message.usage,
    rating: feedback.rating === 1 ? 'good' : 'bad',
    reasons: feedback.reasons ?? [],
    comment: feedback.comment,
    ratedAt: new Date(feedback.at).toISOString(),
    answeredAt: message.finishedAt === null ? null : new Date(message.finishedAt).toISOString(),
  });
}
