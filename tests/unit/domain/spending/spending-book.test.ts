import { expect, test } from 'vitest';
import {
  costOfLines,
  dayOf,
  EMPTY_BOOK,
  enterSpending,
  linesOf,
  monthOf,
  spentInDay,
  type SpendingBook,
} from '../../../../lib/domain/spending/spending-book';
import { MODEL } from '../../../support/rows';

const spent = { requests: 1, usage: { inputTokens: 10, outputTokens: 5 }, cost: 0.25 };
const entry = { modelRef: MODEL, provider: 'OpenAI', spent };
const NOVEMBER = new Date(2026, 10, 30, 23, 59).getTime();
const DECEMBER = new Date(2026, 11, 1, 0, 1).getTime();

test('has a line for each model, with what of it has no price apart', () => {
  let book = enterSpending(EMPTY_BOOK, entry, NOVEMBER);
  book = enterSpending(book, { ...entry, spent: { ...spent, cost: null } }, NOVEMBER);
  book = enterSpending(book, { ...entry, modelRef: { ...MODEL, model: 'other' } }, NOVEMBER);
  const lines = linesOf(book, '2026-11');
  expect(lines).toEqual([
    {
      modelRef: MODEL,
      provider: 'OpenAI',
      requests: 2,
      usage: { inputTokens: 20, outputTokens: 10 },
      cost: 0.25,
      unpriced: 1,
    },
    { ...spent, modelRef: { ...MODEL, model: 'other' }, provider: 'OpenAI', unpriced: 0 },
  ]);
  expect(costOfLines(lines)).toBe(0.5);
});

test('begins months and days anew where the user is', () => {
  const book = enterSpending(enterSpending(EMPTY_BOOK, entry, NOVEMBER), entry, DECEMBER);
  expect([monthOf(NOVEMBER), dayOf(NOVEMBER), dayOf(DECEMBER)]).toEqual(['2026-11', '2026-11-30', '2026-12-01']);
  expect(book.months.map(({ month, lines }) => [month, costOfLines(lines)])).toEqual([
    ['2026-12', 0.25],
    ['2026-11', 0.25],
  ]);
  expect([spentInDay(book, DECEMBER), spentInDay(book, NOVEMBER)]).toEqual([0.25, 0]);
  expect(book.since).toBe(NOVEMBER);
});

test('keeps a year', () => {
  let book: SpendingBook = EMPTY_BOOK;
  for (let month = 0; month < 20; month += 1)
    book = enterSpending(book, entry, new Date(2026, month, 3).getTime());
  expect(book.months.map(({ month }) => month)).toHaveLength(12);
  expect(book.months[0]?.month).toBe('2027-08');
});
