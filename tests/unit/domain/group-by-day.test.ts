import { afterEach, describe, expect, test } from 'vitest';
import { groupByDay } from '../../../lib/domain/group-by-day';

const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const labelsOf = (now: Date, ...times: Date[]) =>
  groupByDay(times, (time) => time.getTime(), now).map(({ label, items }) => [label, items.length]);

describe('groupByDay', () => {
  test('groups by calendar days, not by hours', () => {
    const now = new Date(2026, 5, 10, 0, 30);
    expect(
      labelsOf(
        now,
        new Date(2026, 5, 10, 0, 10),
        new Date(2026, 5, 9, 23, 50),
        new Date(2026, 5, 9, 0, 0),
        new Date(2026, 5, 8, 23, 59),
        new Date(2026, 5, 4, 0, 0),
        new Date(2026, 5, 3, 23, 59),
        new Date(2025, 5, 3),
      ),
    ).toEqual([
      ['Today', 1],
      ['Yesterday', 2],
      ['This week', 2],
      ['June 2026', 1],
      ['June 2025', 1],
    ]);
  });

  test('keeps the order of the items and puts what lies ahead under today', () => {
    const now = new Date(2026, 5, 10);
    const items = [new Date(2026, 5, 11), new Date(2026, 5, 10, 5)];
    expect(groupByDay(items, (time) => time.getTime(), now)).toEqual([{ label: 'Today', items }]);
    expect(groupByDay([], () => 0, now)).toEqual([]);
  });

  test('knows that a day has 25 hours when clocks go back, and 23 when they go forward', () => {
    process.env['TZ'] = 'Europe/Berlin';
    const autumn = new Date(2026, 9, 26, 12);
    expect(labelsOf(autumn, new Date(2026, 9, 25, 0, 30))).toEqual([['Yesterday', 1]]);
    const spring = new Date(2026, 2, 30, 12);
    expect(labelsOf(spring, new Date(2026, 2, 28, 23, 30))).toEqual([['This week', 1]]);
  });
});
