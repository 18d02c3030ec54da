import { findHidden } from '../domain/hidden-characters';

/** A stretch of text by UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Code as it is shown. */
export interface ShownCode {
  readonly text: string;
  /** How many lines it has; at least 1. */
  readonly lines: number;
  /** Where the text stands for characters that show nothing of themselves. */
  readonly labels: readonly Stretch[];
}

/** More than any hidden run needs of what stands before it. */
const CONTEXT = 200;

/**
 * Makes a function that tells how code is shown: hidden characters as labels in brackets. Given code that has grown it
 * looks at what was added alone.
 */
export function createShowCode(): (code: string) => ShownCode {
  let before: ShownCode = { text: '', lines: 1, labels: [] };
  return (code) => {
    const grows = before.labels.length === 0 && code.startsWith(before.text);
    const from = grows ? before.text.length : 0;
    const hasHidden = findHidden(code.slice(Math.max(0, from - CONTEXT))).length > 0;
    const lines = (grows ? before.lines : 1) + countBreaks(code, from);
    before = hasHidden ? { ...labelHidden(code), lines } : { text: code, lines, labels: [] };
    return before;
  };
}

function labelHidden(code: string): Omit<ShownCode, 'lines'> {
  const labels: Stretch[] = [];
  let text = '';
  let at = 0;
  for (const { start, end, label } of findHidden(code)) {
    text += code.slice(at, start);
    labels.push({ start: text.length, end: text.length + label.length + 2 });
    text += `[${label}]`;
    at = end;
  }
  return { text: text + code.slice(at), labels };
}

function countBreaks(code: string, from: number): number {
  let count = 0;
  for (let at = code.indexOf('\n', from); at !== -1; at = code.indexOf('\n', at + 1)) count++;
  return count;
}

/** A part of shown code without the labels in it. */
export function withoutLabels({ text, labels }: ShownCode, { start, end }: Stretch): string {
  let copied = '';
  let at = start;
  for (const label of labels) {
    if (label.end <= start || label.start >= end) continue;
    copied += text.slice(at, Math.max(at, label.start));
    at = label.end;
  }
  return copied + text.slice(at, Math.max(at, end));
}
