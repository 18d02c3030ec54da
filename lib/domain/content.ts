import type { AttachedPart } from './attachments/attached';
import type { ThoughtSeal } from './thought-seal';
import type { FindingPart } from './whole-page/finding';

/** A piece of a message's body. */
export type ContentPart = TextPart | ReasoningPart | FindingPart | AttachedPart;

/** Words. */
export interface TextPart {
  readonly type: 'text';
  /** Markdown in an answer; plain text in a question. */
  readonly text: string;
}

/** A stretch of the model's thinking. */
export interface ReasoningPart {
  readonly type: 'reasoning';
  /** Markdown. */
  readonly text: string;
  /** When the thinking began and ended, in milliseconds since the epoch; missing where nobody saw it. */
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** The same as the provider sealed it, in order. */
  readonly seals?: readonly ThoughtSeal[];
}

/** The sealed thoughts of a body, in order. */
export function sealsOf(parts: readonly ContentPart[]): readonly ThoughtSeal[] {
  return parts.flatMap((part) => (part.type === 'reasoning' ? (part.seals ?? []) : []));
}

/** The visible text of a body: its text parts joined. */
export function textOf(parts: readonly ContentPart[]): string {
  return parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
}

/** Its length in UTF-16 units, without putting it together. */
export function textLength(parts: readonly ContentPart[]): number {
  return parts.reduce((sum, { type, text }) => sum + (type === 'text' ? text.length : 0), 0);
}

/** Whether `longer` is `shorter` with more after it: the same parts, the last one longer or followed by others. */
export function goesOnFrom(longer: readonly ContentPart[], shorter: readonly ContentPart[]): boolean {
  const last = shorter.length - 1;
  const begins = shorter.every(({ type, text }, index) => {
    const part = longer[index];
    if (part?.type !== type) return false;
    return index === last ? part.text.startsWith(text) : part.text === text;
  });
  return (
    begins &&
    (longer.length > shorter.length || (longer[last]?.text.length ?? 0) > (shorter[last]?.text.length ?? 0))
  );
}
