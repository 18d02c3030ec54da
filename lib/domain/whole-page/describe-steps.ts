import { describeError } from '../describe-error';
import { plural } from '../../words/plural';
import { isSettled, type FindingPart } from './finding';

/** The reading of a page in parts, in words. */
export interface DescribedSteps {
  /** How far it is. */
  readonly summary: string;
  /** What each part has come to, in order. */
  readonly steps: readonly { readonly finding: FindingPart; readonly words: string }[];
  /** The button that goes on with what was read; null where there is no need for it or nothing to go on with. */
  readonly goOn: string | null;
}

/**
 * Describes findings, one for each part. `live`: it is being worked on; `answered`: the answer from them has begun. Parts count
 * from 1.
 */
export function describeSteps(
  findings: readonly FindingPart[],
  { live, answered }: { readonly live: boolean; readonly answered: boolean },
): DescribedSteps {
  const of = findings.length;
  const read = findings.filter(({ state }) => state === 'read' || state === 'empty').length;
  const told = findings.filter(({ state }) => state === 'read').length;
  const unread = findings.filter((finding) => !isSettled(finding));
  const steps = findings.map((finding) => ({ finding, words: wordsFor(finding, live) }));
  const [only] = unread;
  const goOn =
    live || answered || read === 0 || only === undefined
      ? null
      : unread.length === 1
        ? `Go on without part ${only.part + 1}`
        : plural(unread.length, ['Go on without the other one', 'Go on without the # others']);
  return {
    summary: summaryOf({ of, read, told, left: of - read - unread.length, unread: unread.length, live, answered }),
    steps,
    goOn,
  };
}

interface Counts {
  readonly of: number;
  readonly read: number;
  readonly told: number;
  readonly left: number;
  readonly unread: number;
  readonly live: boolean;
  readonly answered: boolean;
}

function summaryOf({ of, read, told, left, unread, live, answered }: Counts): string {
  if (unread > 0)
    return live ? `Reading the page: ${read} of ${of} parts read` : `${read} of ${of} parts of the page read`;
  if (live && !answered) return `${read} of ${of} parts read. Writing the answer…`;
  if (left > 0) return `Answered from ${read} of ${of} parts of the page`;
  return told === of
    ? `Answered from all ${of} parts of the page`
    : `Answered from all ${of} parts of the page, ${told} of them to the point`;
}

function wordsFor({ state, text, error }: FindingPart, live: boolean): string {
  switch (state) {
    case 'waiting':
      return live ? 'waiting' : 'not read yet';
    case 'reading':
      if (!live) return 'not read yet';
      return text === '' ? 'being read…' : 'taking notes…';
    case 'read':
      return 'read';
    case 'empty':
      return 'read, nothing to the point';
    case 'failed':
      return error === undefined ? 'could not be read' : describeError(error).title;
    case 'left-out':
      return 'left out';
  }
}
