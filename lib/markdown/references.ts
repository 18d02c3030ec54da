import type { Env } from 'markdown-it';

/** What a label stands for. */
export interface Reference {
  readonly href: string;
  readonly title: string;
}

/** Link definitions by normalised label. */
export type References = ReadonlyMap<string, Reference>;

/** A label longer than this can't be defined (CommonMark: 999 characters), so it need not be remembered. */
const MAX_LABEL = 1998;

/**
 * Whether a normalised label may be defined. A citation's never is (parser.ts), so answers full of citations wait for
 * nothing.
 */
export function isDefinable(label: string): boolean {
  return label.length <= MAX_LABEL && !/^\^?B\d+$/.test(label);
}

/** What one parse saw of link definitions. */
export interface ReferenceScope {
  /** Handed to the parser, which reads and writes definitions through it. */
  readonly env: Env;
  /** Definitions this parse found, first wins. */
  readonly found: Map<string, Reference>;
  /** Labels that were looked up in vain. */
  readonly missed: Set<string>;
}

/**
 * Makes a scope on top of definitions that came earlier; those win, as the first definition always does. `open`: more
 * text may come, so that what is read last may not have its end yet.
 */
export function createReferenceScope(earlier: References, open = false): ReferenceScope {
  const found = new Map<string, Reference>();
  const missed = new Set<string>();
  const references = new Proxy<Record<string, Reference>>(Object.create(null) as Record<string, Reference>, {
    get(_target, label) {
      if (typeof label !== 'string') return undefined;
      const reference = earlier.get(label) ?? found.get(label);
      if (reference === undefined && isDefinable(label)) missed.add(label);
      return reference;
    },
    set(_target, label, reference: Reference) {
      if (typeof label === 'string') found.set(label, reference);
      return true;
    },
  });
  return { env: { references, open }, found, missed };
}
