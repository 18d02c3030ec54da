import { isWanted } from './wanted-invisibles';
import { plural } from '../words/plural';
import { said } from '../words/said';

/** A stretch of text that shows nothing of itself but may carry a message or change how its neighbours read. */
export interface HiddenRun {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** What to show in its place: `U+202E`, `U+200B ×12`, `3 hidden characters`, `hidden text “…”`. */
  readonly label: string;
}

/**
 * What shows nothing: Unicode's default ignorables (zero width, joiners, variation selectors, tags), bidi controls,
 * the blank Braille cell, line and paragraph separators, annotation marks, control characters but tab and line break.
 */
const INVISIBLE = String.raw`[[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}\u2028\u2029\u2800\uFFF9-\uFFFB]--[\t\n\r]]`;
/** More marks than this on one letter are painted over the lines above and below it. */
const MOST_MARKS = 12;

const SUSPECT = new RegExp(String.raw`${INVISIBLE}|\p{M}{${MOST_MARKS + 1}}`, 'v');
const SUSPECTS = new RegExp(String.raw`(?<invisible>${INVISIBLE}+)|(?<=\p{M}{${MOST_MARKS}})\p{M}+`, 'gv');

/** How much of hidden text is told. */
const MOST_TOLD = 120;

/** Finds what a text hides; what scripts and emoji need is not counted (wanted-invisibles.ts). In order. */
export function findHidden(text: string): readonly HiddenRun[] {
  if (!SUSPECT.test(text)) return [];
  const runs: HiddenRun[] = [];
  for (const match of text.matchAll(SUSPECTS)) {
    const { index: at, 0: run } = match;
    const end = at + run.length;
    if (match.groups?.['invisible'] === undefined) {
      runs.push({ start: at, end, label: plural([...run].length, ['1 more mark', '# more marks']) });
      continue;
    }
    const kept = wantedLength(text, at, run);
    if (kept < run.length) runs.push({ start: at + kept, end, label: labelOf(run.slice(kept)) });
  }
  return runs;
}

/** How much of the start of an invisible run is wanted where it stands. */
function wantedLength(text: string, at: number, run: string): number {
  const before = text.slice(Math.max(0, at - CONTEXT), at);
  const after = text.slice(at + run.length, at + run.length + CONTEXT);
  if (isWanted(before, run, after)) return run.length;
  const first = String.fromCodePoint(run.codePointAt(0) ?? 0);
  return first.length < run.length && isWanted(before, first, '') ? first.length : 0;
}

/** How far a run's surroundings are looked at, in UTF-16 units. */
const CONTEXT = 48;

function labelOf(run: string): string {
  const points = Array.from(run, (character) => character.codePointAt(0) ?? 0);
  const [first = 0] = points;
  if (points.length > 1 && points.every(isTag)) return said(`hidden text “${tagText(points)}”`);
  const name = `U+${first.toString(16).toUpperCase().padStart(4, '0')}`;
  if (points.length === 1) return name;
  return points.every((point) => point === first)
    ? `${name} ×${points.length}`
    : plural(points.length, ['1 hidden character', '# hidden characters']);
}

function isTag(point: number): boolean {
  return point >= 0xe0000 && point <= 0xe007f;
}

/** What tag characters say: each stands for one of ASCII. */
function tagText(points: readonly number[]): string {
  const text = points.map((point) => String.fromCharCode(point - 0xe0000)).join('');
  const printable = text.replaceAll(/[^ -~]/g, '');
  return printable.length > MOST_TOLD ? `${printable.slice(0, MOST_TOLD)}…` : printable;
}

/** The text with each hidden run replaced by its label in brackets, to be shown where no element can mark it. */
export function showHidden(text: string): string {
  return replaceHidden(text, (label) => `[${label}]`);
}

/** The text without what it hides, to be copied. */
export function withoutHidden(text: string): string {
  return replaceHidden(text, () => '');
}

function replaceHidden(text: string, replace: (label: string) => string): string {
  const runs = findHidden(text);
  if (runs.length === 0) return text;
  let shown = '';
  let at = 0;
  for (const { start, end, label } of runs) {
    shown += text.slice(at, start) + replace(label);
    at = end;
  }
  return shown + text.slice(at);
}
