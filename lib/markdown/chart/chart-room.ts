/** The room that a chart has. */
export interface ChartRoom {
  /** CSS pixels. */
  readonly width: number;
  /** How wide a text is in the font of a chart's labels, in CSS pixels. */
  readonly measure: (text: string) => number;
}

/** Measures of a chart, in CSS pixels. */
export const ROOM = {
  /** Font of labels. */
  fontSize: 11,
  /** One line of a label. */
  line: 14,
  /** Height of the lowest picture: what stands for a chart that is still being written is as high. */
  least: 196,
  /** Height of a plot whose axes do not decide it. */
  plot: 150,
  /** What an axis of numbers takes at the side. */
  sideAxis: 44,
  /** Between labels beside each other. */
  gap: 6,
  title: 18,
  /** Longest label that stands at a slant. */
  slanted: 88,
} as const;

/** Breaks a text into at most `limit` lines of a width, between words; null where that can't be done. */
export function wrapText(
  text: string,
  width: number,
  limit: number,
  measure: ChartRoom['measure'],
): readonly string[] | null {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= limit && lines.every((line) => measure(line) <= width) ? lines : null;
}

/** Breaks a text into two lines of a width; what does not fit stays on the second, to be cut there. */
export function wrapRest(text: string, width: number, measure: ChartRoom['measure']): readonly string[] {
  const words = text.split(/\s+/);
  let first = words[0] ?? '';
  let taken = 1;
  while (taken < words.length && measure(`${first} ${words[taken] ?? ''}`) <= width)
    first += ` ${words[taken++] ?? ''}`;
  const rest = words.slice(taken).join(' ');
  return rest === '' ? [first] : [first, rest];
}
