/** A text of which parts are read. Any string is one. */
export interface ReadableText {
  readonly length: number;
  /** The UTF-16 units from `from` up to `to`. */
  slice(from: number, to: number): string;
}

/** A text that only grows: reading what came last costs nothing for what came before. */
export interface GrowingText extends ReadableText {
  append(text: string): void;
}

/**
 * Makes a text that begins as told. It is kept in pieces: a string that grew by concatenation is copied whole each
 * time a part of it is read, which for a long answer is dear at thirty times a second.
 */
export function createGrowingText(beginning = ''): GrowingText {
  const pieces: string[] = [];
  /** Where each piece starts. */
  const starts: number[] = [];
  let length = 0;

  function append(text: string): void {
    if (text === '') return;
    pieces.push(text);
    starts.push(length);
    length += text.length;
  }

  /** Index of the piece that holds a place. */
  function pieceAt(place: number): number {
    let low = 0;
    for (let high = starts.length - 1; low < high;) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  append(beginning);

  return {
    get length() {
      return length;
    },
    append,
    slice(from, to) {
      let text = '';
      for (let index = pieceAt(from); index < pieces.length; index++) {
        const start = starts[index] ?? 0;
        if (start >= to) break;
        text += pieces[index]?.slice(Math.max(0, from - start), to - start) ?? '';
      }
      return text;
    },
  };
}
