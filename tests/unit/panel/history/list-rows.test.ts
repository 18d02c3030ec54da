import { expect, test } from 'vitest';
import { layRows, ROW_HEIGHT, rowsInView } from '../../../../lib/panel/history/list-rows';
import { chatRow } from '../../../support/rows';

const now = new Date(2026, 5, 10, 12);
const chats = Array.from({ length: 1000 }, (_, index) =>
  chatRow(`c${index}`, { updatedAt: now.getTime() - index * 3_600_000 }),
);

test('chats stand under their headings, numbered through', () => {
  const { rows, tops } = layRows(chats.slice(0, 20), now);
  expect(rows.slice(0, 2)).toMatchObject([
    { kind: 'heading', label: 'Today' },
    { kind: 'chat', key: 'c0', position: 1 },
  ]);
  expect(rows.at(-1)).toMatchObject({ key: 'c19', position: 20 });
  expect(tops.at(-1)).toBe(2 * ROW_HEIGHT.heading + 20 * ROW_HEIGHT.chat);
});

test('what is drawn covers the view wherever it is, and is never much more', () => {
  const laid = layRows(chats, now);
  const whole = laid.tops.at(-1) ?? 0;
  for (let top = 0; top < whole; top += 777) {
    const { first, end } = rowsInView(laid, top, 600);
    expect(laid.tops[first]).toBeLessThanOrEqual(top);
    expect(laid.tops[end]).toBeGreaterThanOrEqual(Math.min(whole, top + 600));
    expect(end - first).toBeLessThan(40);
  }
  expect(rowsInView(layRows([], now), 0, 600)).toEqual({ first: 0, end: 0 });
});
