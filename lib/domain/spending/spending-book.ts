import type { ModelRef } from '../chat';
import { addSpent, type Spent } from './spent';

/** What one model took in a month. */
export interface SpendingLine extends Spent {
  readonly modelRef: ModelRef;
  /** The provider's name, for when it is gone. */
  readonly provider: string;
  /** Requests whose price is not known: they are not in `cost`. */
  readonly unpriced: number;
}

/** What was spent in a month, by model. */
export interface SpendingMonth {
  /** As `monthOf` names it. */
  readonly month: string;
  readonly lines: readonly SpendingLine[];
}

/**
 * What Aside's requests took: a line for each model and month, and no more. What is imported is not in it, what is
 * deleted stays.
 */
export interface SpendingBook {
  /** When the first request was entered, in milliseconds since the epoch; null: none was. */
  readonly since: number | null;
  /** The newest first. */
  readonly months: readonly SpendingMonth[];
  /** US dollars of the day of the last entry. */
  readonly day: { readonly day: string; readonly cost: number };
}

export const EMPTY_BOOK: SpendingBook = { since: null, months: [], day: { day: '', cost: 0 } };

/** A request to enter. */
export interface SpendingEntry {
  readonly modelRef: ModelRef;
  readonly provider: string;
  readonly spent: Spent;
}

/** Months that are kept. */
const KEPT_MONTHS = 12;

const two = (number: number): string => String(number).padStart(2, '0');

/** The month of a time (milliseconds since the epoch) where the user is: `2026-11`. */
export function monthOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}`;
}

/** The day of a time: `2026-11-25`. */
export function dayOf(at: number): string {
  return `${monthOf(at)}-${two(new Date(at).getDate())}`;
}

/** The first moment of a month, as `monthOf` names it. */
export function dateOfMonth(month: string): Date {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(year, number - 1, 1);
}

/** The book with one more request, made at `at`. */
export function enterSpending(
  book: SpendingBook,
  { modelRef, provider, spent }: SpendingEntry,
  at: number,
): SpendingBook {
  const month = monthOf(at);
  const lines = linesOf(book, month);
  const isSame = (line: SpendingLine): boolean =>
    line.modelRef.providerId === modelRef.providerId && line.modelRef.model === modelRef.model;
  const former = lines.find(isSame);
  const line: SpendingLine = {
    ...(addSpent(former && spentOf(former), spent) ?? spent),
    modelRef: { ...modelRef },
    provider,
    unpriced: (former?.unpriced ?? 0) + (spent.cost === null ? spent.requests : 0),
  };
  const others = book.months.filter((one) => one.month !== month);
  const months = [{ month, lines: [...lines.filter((one) => !isSame(one)), line] }, ...others];
  return {
    since: book.since ?? at,
    months: months.toSorted((a, b) => b.month.localeCompare(a.month)).slice(0, KEPT_MONTHS),
    day: { day: dayOf(at), cost: spentInDay(book, at) + (spent.cost ?? 0) },
  };
}

/** The lines of a month, as `monthOf` names it. */
export function linesOf({ months }: SpendingBook, month: string): readonly SpendingLine[] {
  return months.find((one) => one.month === month)?.lines ?? [];
}

/** US dollars spent in a month. */
export function costOfLines(lines: readonly SpendingLine[]): number {
  return lines.reduce((sum, { cost }) => sum + (cost ?? 0), 0);
}

/** US dollars spent on the day of a time. */
export function spentInDay({ day }: SpendingBook, at: number): number {
  return day.day === dayOf(at) ? day.cost : 0;
}

function spentOf({ requests, usage, cost, estimated }: SpendingLine): Spent {
  return { requests, usage, cost, ...(estimated && { estimated }) };
}
