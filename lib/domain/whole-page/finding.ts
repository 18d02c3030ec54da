import type { ContentPart } from '../content';
import type { ChatError } from '../errors';
import type { Usage } from '../stream-event';

/**
 * Where the reading of a part stands: `empty` where nothing in it is to the point, `left-out` where the user went on
 * without it.
 */
export type FindingState = 'waiting' | 'reading' | 'read' | 'empty' | 'failed' | 'left-out';

/** What a model noted of one part of a page, on the way to an answer over all of them. Stands before the answer's text. */
export interface FindingPart {
  readonly type: 'finding';
  /** Which part, from 0. */
  readonly part: number;
  readonly state: FindingState;
  /** The notes, in Markdown with marks. */
  readonly text: string;
  readonly error?: ChatError;
  /** What reading it took, failed tries included. */
  readonly usage?: Usage;
}

/** The findings among the parts of a body. */
export function findingsOf(parts: readonly ContentPart[]): readonly FindingPart[] {
  return parts.filter((part) => part.type === 'finding');
}

/** Whether a part needs no further reading. */
export function isSettled({ state }: Pick<FindingPart, 'state'>): boolean {
  return state === 'read' || state === 'empty' || state === 'left-out';
}

/** Whether something was read of the page: it is kept, and an answer can be made from it. */
export function hasRead(findings: readonly FindingPart[]): boolean {
  return findings.some(({ state }) => state === 'read' || state === 'empty');
}

/** A body with a finding in the place of an earlier one of the same part; findings stand first, in order. */
export function putFinding(parts: readonly ContentPart[], finding: FindingPart): readonly ContentPart[] {
  const others = findingsOf(parts).filter(({ part }) => part !== finding.part);
  const findings = [...others, finding].sort((a, b) => a.part - b.part);
  return [...findings, ...parts.filter(({ type }) => type !== 'finding')];
}

/** A body of which what is not read of the page is left out from here on. */
export function leaveOutUnread(parts: readonly ContentPart[]): readonly ContentPart[] {
  return parts.map((part) =>
    part.type === 'finding' && !isSettled(part) ? { ...part, text: '', state: 'left-out' } : part,
  );
}

/** Token counts added up; null where none are known. */
export function sumUsage(all: readonly (Usage | null | undefined)[]): Usage | null {
  const known = all.filter((usage) => usage !== null && usage !== undefined);
  if (known.length === 0) return null;
  const keys = new Set(known.flatMap((usage) => Object.keys(usage) as (keyof Usage)[]));
  return Object.fromEntries(
    Array.from(keys, (key) => [key, known.reduce((sum, usage) => sum + (usage[key] ?? 0), 0)]),
  );
}
