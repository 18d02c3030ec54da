import type { ReadableText } from '../domain/growing-text';

/** The part of a text that a stretch of it is: the same object for as long as text and stretch are the same. */
export type TextViews = (
  index: number,
  text: ReadableText,
  stretch: { readonly from: number; readonly to: number | null },
) => ReadableText;

interface Kept {
  readonly text: ReadableText;
  readonly from: number;
  readonly to: number | null;
  readonly view: ReadableText;
}

/** Makes the views of one answer's text, kept by the index of their stretch. */
export function createTextViews(): TextViews {
  const kept = new Map<number, Kept>();
  return (index, text, { from, to }) => {
    // The usual answer has but one stretch.
    if (from === 0 && to === null) return text;
    const known = kept.get(index);
    if (known?.text === text && known.from === from && known.to === to) return known.view;
    const view = viewOf(text, from, to);
    kept.set(index, { text, from, to, view });
    return view;
  };
}

function viewOf(text: ReadableText, from: number, to: number | null): ReadableText {
  const end = () => Math.min(text.length, to ?? Infinity);
  return {
    get length() {
      return end() - from;
    },
    slice: (start, stop) => text.slice(from + start, Math.min(from + stop, end())),
  };
}
