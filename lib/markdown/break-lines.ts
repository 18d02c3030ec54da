/**
 * A line longer than this many UTF-16 units is broken behind its next space, or a little later where it has none: so
 * that a block always has an end, and what is read again while it grows stays short.
 */
export const MAX_LINE_LENGTH = 50_000;
/** How much longer a line may become until a space is found. */
const SEARCH = 200;

/** Breaks the lines of a text that comes in pieces, at the same places however it is cut between characters. */
export function createLineBreaker(): (piece: string) => string {
  let length = 0;

  /** Where the line that goes on with `rest` is broken; -1 where it need not be, or it can't be told yet. */
  function breakAt(rest: string): number {
    const from = Math.max(0, MAX_LINE_LENGTH - length);
    const limit = MAX_LINE_LENGTH + SEARCH - length;
    if (rest.length <= from) return -1;
    const space = rest.indexOf(' ', from);
    if (space !== -1 && space < limit) return space + 1;
    if (rest.length < limit) return -1;
    const unit = rest.charCodeAt(limit - 1);
    return unit >= 0xd800 && unit <= 0xdbff ? limit + 1 : limit;
  }

  return (piece) => {
    if (length + piece.length <= MAX_LINE_LENGTH) {
      const end = piece.lastIndexOf('\n');
      length = end === -1 ? length + piece.length : piece.length - end - 1;
      return piece;
    }
    const lines = piece.split('\n').map((line, index) => {
      if (index > 0) length = 0;
      let broken = '';
      let rest = line;
      for (let at = breakAt(rest); at !== -1; at = breakAt(rest)) {
        broken += `${rest.slice(0, at)}\n`;
        rest = rest.slice(at);
        length = 0;
      }
      length += rest.length;
      return broken + rest;
    });
    return lines.join('\n');
  };
}
