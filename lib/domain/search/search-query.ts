import type { ModelRef } from '../chat';
import { foldForFind } from '../find-text';

/** What a message must be to be found. */
export interface MessageFilters {
  /** Written at or after, and before: milliseconds since the epoch. */
  readonly from?: number;
  readonly to?: number;
  /** Answers of this model. */
  readonly model?: ModelRef;
  /** About a page of this site: its host, or a part of it between dots. */
  readonly site?: string;
  /** Answers with this thumb; 1 is up. */
  readonly rating?: 0 | 1;
  /** With a block of code. */
  readonly hasCode?: boolean;
  /** In a chat with this tag. */
  readonly tag?: string;
}

/** A search as it is carried out. */
export interface SearchQuery {
  /** Folded texts that must all be in a message. */
  readonly terms: readonly string[];
  readonly filters: MessageFilters;
}

/** Most terms that are looked for. */
const MOST_TERMS = 12;

/** Takes what was typed apart: words, and phrases in quotation marks, folded. All of them must be found. */
export function readTerms(typed: string): readonly string[] {
  const terms = [...typed.slice(0, 500).matchAll(/["“„»«]([^"“”„»«]*)["”“»«]?|[^\s"“”„»«]+/g)].map(
    ([whole, phrase]) => foldForFind(phrase ?? whole).trim(),
  );
  return [...new Set(terms.filter((term) => term !== ''))].slice(0, MOST_TERMS);
}

/** Whether anything is looked for at all. */
export function looksForMessages({ terms, filters }: SearchQuery): boolean {
  return terms.length > 0 || Object.keys(filters).length > 0;
}

/** Whether a folded text has every term. */
export function hasTerms(folded: string, terms: readonly string[]): boolean {
  return terms.every((term) => folded.includes(term));
}

/** Whether a text of Markdown has a block of code between fences. */
export function hasCode(text: string): boolean {
  return /^\s{0,3}(?:[-*+>]\s+|\d+\.\s+)*(?:```|~~~)/m.test(text);
}

/** What a site may be looked for by: its host, every end of it, and each part between dots. */
export function siteNames(url: string): readonly string[] {
  if (!URL.canParse(url)) return [];
  const host = new URL(url).hostname.toLowerCase();
  const labels = host.split('.');
  const ends = labels.map((_, index) => labels.slice(index).join('.'));
  return [...new Set([...ends, ...labels])].filter((name) => name !== '');
}

/** A site as it was typed, as `siteNames` writes it; empty for none. */
export function readSite(typed: string): string {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#:].*$/, '');
  return host.replace(/^\.+|\.+$/g, '');
}
