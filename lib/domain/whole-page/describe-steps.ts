import { describeError } from '../describe-error';
import { plural } from '../../words/plural';
import { isSettled, type FindingPart } from './finding';
import { said } from '../../words/said';
import { formatNumber } from '../../words/format';

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
  const values = [formatNumber(read), formatNumber(told)];
  if (unread > 0) {
    return live
      ? plural(of, ['Reading the page: {0} of 1 part read', 'Reading the page: {0} of # parts read'], values)
      : plural(of, ['{0} of 1 part of the page read', '{0} of # parts of the page read'], values);
  }
  if (live && !answered) {
    return plural(
      of,
      ['{0} of 1 part read. Writing the answer…', '{0} of # parts read. Writing the answer…'],
      values,
    );
  }
  if (left > 0) {
    return plural(
      of,
      ['Answered from {0} of 1 part of the page', 'Answered from {0} of # parts of the page'],
      values,
    );
  }
  return told === of
    ? plural(of, ['Answered from the one part of the page', 'Answered from all # parts of the page'])
    : plural(
        of,
        [
          'Answered from the one part of the page, {1} of it to the point',
          'Answered from all # parts of the page, {1} of them to the point',
        ],
        values,
      );
}

function wordsFor({ state, text, error }: FindingPart, live: boolean): string {
  switch (state) {
    case 'waiting':
      return live ? said('waiting') : said('not read yet');
    case 'reading':
      if (!live) return said('not read yet');
      return text === '' ? said('being read…') : said('taking notes…');
    case 'read':
      return said('read');
    case 'empty':
      return said('read, nothing to the point');
    case 'failed':
      return error === undefined ? said('could not be read') : describeError(error).title;
    case 'left-out':
      return said('left out');
  }
}
