// An unfinished line may still become something else. These rules show it as what it will most likely be, or not
// yet, so that raw marks don't flicker. They touch only what is shown of a stream's tail, never a finished block.

/** Quote and list marks that may stand before a line's own text. */
const CONTAINER = String.raw`^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+|>)*[ \t]*`;
/** A line of nothing but marks: a rule, a heading's or an item's sign, a setext underline, a fence's end, a number. */
const ONLY_MARKS = new RegExp(CONTAINER + String.raw`(?:[-*_=+#>~` + '`' + String.raw`|:\s]*|\d{1,9}[.)]?)$`);
/** A fence's first line: its language decides what is shown, so wait for all of it. */
const FENCE_START = new RegExp(CONTAINER + '(?:`{3,}[^`]*|~{3,}.*)$');
/** A link definition in the making shows nothing when it is done. */
const DEFINITION = /^ {0,3}\[(?!b\d+\])[^\]]{2,}\]:?$|^ {0,3}\[(?!b\d+\])[^\]]+\]:/i;

const LONGEST_HELD = 200;

/** Drops the last line where it is too unfinished to show. */
export function holdBackLine(source: string): string {
  const start = source.lastIndexOf('\n') + 1;
  const line = source.slice(start);
  // Lines of marks are short; these patterns would be slow on long ones.
  const marks = line.trimStart();
  if (marks === '' || marks.length > LONGEST_HELD) return source;
  const held = ONLY_MARKS.test(marks) || FENCE_START.test(marks) || DEFINITION.test(line);
  return held ? source.slice(0, start) : source;
}

const TABLE_LINE = /^([ \t>]*)\|/;
const DELIMITER_LINE = /^[ \t>]*\|[-:|\s]*$/;

/** Adds or completes the row of dashes under a table's first line; null where the source doesn't end in such a line. */
export function completeTable(source: string): string | null {
  const lines = source.replace(/\n$/, '').split('\n');
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
  return [...lines.slice(0, before), head, prefix + '|' + '---|'.repeat(columns)].join('\n');
}

/** Columns of a row as the parser counts them: bars that are not escaped part cells, an outer bar adds none. */
function countColumns(row: string): number {
  const cells = row.trim().split(/(?<!\\)\|/);
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells.length;
}
