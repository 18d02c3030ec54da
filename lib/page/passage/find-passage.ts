import type { Passage } from '../../domain/passage';
import { chooseOccurrence, type Span } from './choose-occurrence';
import { matchKey } from '../../domain/match-key';

/** Where a passage stands in a key; `exact` unless it is only the best match. */
export interface Found extends Span {
  readonly exact: boolean;
  /** Whether its whole block stands there word for word. */
  readonly isWhole: boolean;
}

// A shorter quote may stand in many places: away from its block it proves nothing.
const TELLING_LENGTH = 25;
const LEAST_SHARE = 0.5;
const CJK = /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/;

/**
 * Finds a passage in the key of a page: the quote within its block, else the quote, else the best similar text. Where the
 * same words stand in several places it is the one whose neighbours fit; where none fits better, no match is exact.
 * `isEdge` tells where texts of the page begin and end.
 */
export function findPassage(
  pageKey: string,
  passage: Passage,
  isEdge: (position: number) => boolean = () => false,
): Found | null {
  const { blockText, quote, before = '', after = '' } = passage;
  const blockKey = matchKey(blockText);
  const quoteKey = matchKey(quote) || blockKey;
  if (quoteKey === '') return null;
  const surroundings = { before: matchKey(before), after: matchKey(after), isEdge };
  const whole = chooseOccurrence(pageKey, occurrences(pageKey, blockKey), surroundings);
  const block = whole ?? similar(pageKey, blockKey);
  const places = occurrences(pageKey, quoteKey);
  const isWhole = whole !== null;
  const within = block === null ? undefined : places.find((place) => inside(place, block, quoteKey.length));
  if (within !== undefined) return { ...within, exact: whole?.isSure ?? places.length === 1, isWhole };
  const nearby = block === null ? null : similar(pageKey.slice(block.start, block.end), quoteKey);
  const anywhere = chooseOccurrence(pageKey, places, surroundings);
  if (anywhere !== null && (quoteKey.length >= TELLING_LENGTH || blockKey === '')) {
    return { start: anywhere.start, end: anywhere.end, exact: anywhere.isSure, isWhole };
  }
  if (block !== null && nearby !== null) {
    return { start: block.start + nearby.start, end: block.start + nearby.end, exact: false, isWhole };
  }
  const best = block ?? anywhere ?? similar(pageKey, quoteKey);
  return best === null ? null : { start: best.start, end: best.end, exact: false, isWhole };
}

/** Within the block, or across its edge where the block is only a similar one. */
function inside(place: Span, block: Span, slack: number): boolean {
  return place.start >= block.start - slack && place.end <= block.end + slack;
}

const MOST_OCCURRENCES = 1_000;

function occurrences(text: string, key: string): Span[] {
  const found: Span[] = [];
  if (key === '') return found;
  let at = text.indexOf(key);
  while (at !== -1 && found.length < MOST_OCCURRENCES) {
    found.push({ start: at, end: at + key.length });
    at = text.indexOf(key, at + 1);
  }
  return found;
}

/**
 * The stretch of `text` that shares most short pieces with `key` in about the same order: each shared piece votes
 * for the place where the key would begin. Null where less than half of the pieces are there.
 */
function similar(text: string, key: string): Span | null {
  const size = CJK.test(key) ? 2 : key.length < 120 ? 4 : 6;
  if (key.length < size * 2) return null;
  const pieces = new Map<string, number[]>();
  for (let at = 0; at + size <= key.length; at += 1) {
    const piece = key.slice(at, at + size);
    const own = pieces.get(piece);
    if (own === undefined) pieces.set(piece, [at]);
    else if (own.length < 8) own.push(at);
  }
  const width = Math.max(16, Math.ceil(key.length / 4));
  const buckets = new Map<number, { votes: Set<number>; start: number; end: number }>();
  for (let at = 0; at + size <= text.length; at += 1) {
    for (const from of pieces.get(text.slice(at, at + size)) ?? []) {
      const home = Math.floor((at - from) / width);
      // Halves of a match that straddles two buckets count together.
      for (const number of [home, home + 1]) {
        const bucket = buckets.get(number) ?? { votes: new Set(), start: at, end: at };
        bucket.votes.add(from);
        bucket.end = at + size;
        buckets.set(number, bucket);
      }
    }
  }
  let best: { votes: Set<number>; start: number; end: number } | null = null;
  for (const bucket of buckets.values()) if (bucket.votes.size > (best?.votes.size ?? 0)) best = bucket;
  if (best === null || best.votes.size < (key.length - size + 1) * LEAST_SHARE) return null;
  return { start: best.start, end: best.end };
}
