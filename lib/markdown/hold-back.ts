// An unfinished line may still become something else. These rules show it as what it will most likely be, or not
// yet, so that raw marks don't flicker. They touch only what is shown of a stream's tail, never a finished block.

/** Quote and list marks that may stand before a line's own text. */
const CONTAINER = String.raw`[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+|>)*[ \t]*`;
/** A line of nothing but marks: a rule, a heading's or an item's sign, a setext underline, a fence's end, a number. */
const ONLY_MARKS = new RegExp(`^${CONTAINER}(?:[-*_=+#>~\`|:\\s]*|\\d{1,9}[.)]?)$`);
/** A fence's first line: its language decides what is shown, so wait for all of it. */
const FENCE_START = new RegExp(`^${CONTAINER}(?:\`{3,}[^\`]*|~{3,}.*)$`);
const FENCE_END = new RegExp(`^${CONTAINER}(?:\`+|~+)[ \\t]*$`);
/**
 * A link definition in the making shows nothing when it is done, so it waits for its end: the address, on the same line
 * or the next, and a title that may follow.
 */
const DEFINITION = new RegExp(
  String.raw`^${CONTAINER}\[(?!b\d+\]|\^)(?:\\.|[^\\\]\n])+\]:[ \t]*\n?[ \t>]*(?:(?:<[^>\n]*>?|[^\s<]\S*)(?:[^\n]*|[ \t]*\n[ \t>]*(?:["'(][^\n]*)?))?$`,
  'i',
);
const DEFINITION_LINES = 3;

const LONGEST_HELD = 200;
const LONGEST_DEFINITION = 2_000;

/** Drops the end of a growing source where it is too unfinished to show. */
export function holdBack(source: string): string {
  const definition = definitionStart(source);
  if (definition !== -1) return source.slice(0, definition);
  const start = source.lastIndexOf('\n') + 1;
  // Lines of marks are short; these patterns would be slow on long ones.
  const marks = source.slice(start).trimStart();
  if (marks === '' || marks.length > LONGEST_HELD) return source;
  return ONLY_MARKS.test(marks) || FENCE_START.test(marks) ? source.slice(0, start) : source;
}

/** Whether the last line may be, or become, the end of fenced code. */
export function mayCloseFence(source: string): boolean {
  const line = source.slice(source.lastIndexOf('\n') + 1);
  return line.length <= LONGEST_HELD && FENCE_END.test(line);
}

/** Where a link definition begins that the source ends in the middle of; -1 where it doesn't. */
function definitionStart(source: string): number {
  let start = source.length;
  for (let lines = 0; lines < DEFINITION_LINES && start > 0; lines++) {
    start = source.lastIndexOf('\n', start - 1 - (lines === 0 ? 0 : 1)) + 1;
    const line = source.slice(start);
    if (line.length > LONGEST_DEFINITION) return -1;
    if (line.includes(']:') && DEFINITION.test(line)) return start;
  }
  return -1;
}

const TABLE_LINE = /^((?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*)\|/;
const DELIMITER_LINE = /^[ \t>]*\|[-:|\s]*$/;

/** Adds or completes the row of dashes under a table's first line; null where the source doesn't end in such a line. */
export function completeTable(source: string): string | null {
  const lines = source.replace(/\n[ \t>]*$/, '').split('\n');
  let head = lines.at(-1) ?? '';
  let before = lines.length - 1;
  if (DELIMITER_LINE.test(head) && lines.length > 1) {
    before--;
    head = lines[before] ?? '';
  }
  const prefix = TABLE_LINE.exec(head)?.[1];
  const above = lines[before - 1];
  if (prefix === undefined || (above !== undefined && TABLE_LINE.test(above))) return null;
  const columns = countColumns(head.slice(prefix.length));
  if (columns === 0) return null;
  const under = prefix.replaceAll(/[^\s>]/g, ' ');
  return [...lines.slice(0, before), head, `${under}|${'---|'.repeat(columns)}`].join('\n');
}

/** Columns of a row as the parser counts them: bars that are not escaped part cells, an outer bar adds none. */
function countColumns(row: string): number {
  const cells = row.trim().split(/(?<!\\)\|/);
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells.length;
}
