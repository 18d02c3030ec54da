import type { ContentPart, ReasoningPart } from './content';

/** A stretch of an answer, in the order in which it was written. */
export type Segment =
  | {
      readonly type: 'text';
      /** Where it begins in the answer's text, in UTF-16 units. */
      readonly from: number;
      /** Where it ends; null: with the text, which may grow. */
      readonly to: number | null;
    }
  | {
      readonly type: 'reasoning';
      /** Where in the answer's text it stands. */
      readonly from: number;
      readonly part: ReasoningPart;
    };

/** Takes an answer apart. White space between two thoughts is no stretch of its own. */
export function segmentsOf(parts: readonly ContentPart[]): readonly Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const [index, part] of parts.entries()) {
    if (part.type === 'finding') continue;
    if (part.type === 'reasoning') {
      // A seal alone: there is nothing to read.
      if (part.text === '' && part.startedAt === undefined) continue;
      segments.push({ type: 'reasoning', from, part });
      continue;
    }
    const isLast = index === parts.length - 1;
    const to = from + part.text.length;
    if (isLast || part.text.trim() !== '') segments.push({ type: 'text', from, to: isLast ? null : to });
    from = to;
  }
  return segments;
}
