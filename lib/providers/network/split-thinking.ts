import type { Delta } from './wire-decoder';

const OPEN = '<think>';
const CLOSE = '</think>';

/** Tells reasoning from answer in text where a leading `<think>` tag marks it, in whatever pieces the text comes. */
export interface ThinkingSplitter {
  readonly push: (text: string) => readonly Delta[];
  /** What is still held back because it might have become a tag. */
  readonly flush: () => readonly Delta[];
}

/**
 * Makes a splitter. Only a tag at the very start of the answer counts (white space may come before it): later ones
 * are the model's own words.
 */
export function createThinkingSplitter(): ThinkingSplitter {
  let state: 'start' | 'thinking' | 'after' | 'text' = 'start';
  let held = '';

  function push(text: string): readonly Delta[] {
    if (state === 'text') return text === '' ? [] : [{ type: 'text-delta', text }];
    held += text;
    const found: Delta[] = [];
    if (state === 'start') {
      const begun = held.trimStart();
      if (begun.startsWith(OPEN)) {
        state = 'thinking';
        held = begun.slice(OPEN.length);
      } else if (!OPEN.startsWith(begun)) {
        return release();
      }
    }
    if (state === 'thinking') {
      const close = held.indexOf(CLOSE);
      const end = close >= 0 ? close : held.length - overlap(held, CLOSE);
      if (end > 0) found.push({ type: 'reasoning-delta', text: held.slice(0, end) });
      held = held.slice(close >= 0 ? close + CLOSE.length : end);
      if (close >= 0) state = 'after';
    }
    // The blank lines between the reasoning and the answer belong to neither.
    if (state === 'after') {
      held = held.trimStart();
      if (held !== '') found.push(...release());
    }
    return found;
  }

  function release(): readonly Delta[] {
    const text = held;
    held = '';
    state = 'text';
    return text === '' ? [] : [{ type: 'text-delta', text }];
  }

  function flush(): readonly Delta[] {
    if (held === '') return [];
    if (state === 'thinking') {
      const text = held;
      held = '';
      return [{ type: 'reasoning-delta', text }];
    }
    return release();
  }

  return { push, flush };
}

/** Length of the longest end of `text` that begins `tag`. */
function overlap(text: string, tag: string): number {
  for (let length = Math.min(text.length, tag.length - 1); length > 0; length--) {
    if (tag.startsWith(text.slice(-length))) return length;
  }
  return 0;
}
