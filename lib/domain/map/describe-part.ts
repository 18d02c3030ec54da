import type { MapPart } from './page-map';
import { formatCompact, formatNumber } from '../../words/format';
import { plural } from '../../words/plural';

/** What happens to a part of a page, as its looks tell it. */
export type PartState = 'sent' | 'some' | 'no-room' | 'left-out';

/** Tells what happens to a part. */
export function stateOfPart({ ids, sent, omitted }: MapPart): PartState {
  if (sent === ids.length) return 'sent';
  if (sent > 0) return 'some';
  return omitted === ids.length ? 'left-out' : 'no-room';
}

/** Says in words what happens to a part, and how large it is; `ratio` is by how much its tokens are counted otherwise. */
export function describePart(part: MapPart, ratio = 1): string {
  const { ids, sent, kept } = part;
  const size = formatCompact(part.tokens * ratio);
  switch (stateOfPart(part)) {
    case 'sent':
      return kept > 0 ? `Goes along, as you chose. ≈ ${size} tokens` : `Goes along. ≈ ${size} tokens`;
    case 'some':
      return plural(
        ids.length,
        [
          '{0} of one paragraph goes along. ≈ {1} of {2} tokens',
          '{0} of # paragraphs go along. ≈ {1} of {2} tokens',
        ],
        [formatNumber(sent), formatCompact(part.sentTokens * ratio), size],
      );
    case 'left-out':
      return `Stays out, as you chose. ≈ ${size} tokens`;
    case 'no-room':
      return kept > 0
        ? `Stays out: leave another part out first to make room. ≈ ${size} tokens`
        : `Stays out for want of room. ≈ ${size} tokens`;
  }
}

/** Whether something of a page does not go, or was chosen by its user: then there is something to see on its map. */
export function isWorthShowing(parts: readonly MapPart[]): boolean {
  return parts.some((part) => stateOfPart(part) !== 'sent' || part.kept > 0);
}
