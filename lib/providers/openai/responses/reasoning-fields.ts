import { thinksByName } from '../../../domain/thinks-by-name';

/** What of a model's thinking is asked for. */
export interface ReasoningFields {
  /** The thoughts themselves, encrypted, to be sent back. */
  readonly encrypted: boolean;
  /** A summary to be shown. */
  readonly summary: boolean;
}

/** Fields that a server refused for a model, as long as this background lives. */
const refused = new Map<string, ReasoningFields>();

/** The fields to ask a model with: what the server took before, else what its name says. */
export function reasoningFieldsFor(baseUrl: string, model: string): ReasoningFields {
  const thinks = thinksByName(model);
  return refused.get(`${baseUrl} ${model}`) ?? { encrypted: thinks, summary: thinks };
}

/**
 * What to ask with after a 400 whose sentence names one of the fields; null where it is about something else. Summaries are
 * refused to organizations that OpenAI has not verified ("must be verified to generate reasoning summaries").
 */
export function withoutRefused(asked: ReasoningFields, sentence: string): ReasoningFields | null {
  if (asked.summary && /summar/i.test(sentence)) return { ...asked, summary: false };
  if (!asked.encrypted && !asked.summary) return null;
  return /reasoning|encrypted/i.test(sentence) ? { encrypted: false, summary: false } : null;
}

/** Keeps what a server takes. */
export function rememberReasoningFields(baseUrl: string, model: string, fields: ReasoningFields): void {
  refused.set(`${baseUrl} ${model}`, fields);
}
