import { normalizeSource } from './normalize-source';

/** Reads a text that comes in pieces as CommonMark asks, whatever a cut parts. */
export interface SourceReader {
  /** What can be read by now. */
  read(piece: string): string;
  /** What was held back, once no more comes. */
  end(): string;
}

/** Makes a reader that holds back the first half of a CR LF or of a surrogate pair that may have been cut. */
export function createSourceReader(): SourceReader {
  let held = '';
  return {
    read(piece) {
      const whole = held + piece;
      held = /[\r\ud800-\udbff]$/.exec(whole)?.[0] ?? '';
      return normalizeSource(whole.slice(0, whole.length - held.length));
    },
    end() {
      const rest = normalizeSource(held);
      held = '';
      return rest;
    },
  };
}
