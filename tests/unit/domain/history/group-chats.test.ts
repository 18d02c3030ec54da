import { afterEach, describe, expect, test } from 'vitest';
import { groupChats } from '../../../../lib/domain/history/group-chats';

const zone = process.env['TZ'];

afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const chatAt = (time: Date, pinned = false) => ({ updatedAt: time.getTime(), pinned });
const labelsOf = (now: Date, ...times: Date[]) =>
  groupChats(
    times.map((time) => chatAt(time)),
    now,
  ).map(({ label, chats }) => [label, chats.length]);

describe('groupChats', () => {
  test('groups by calendar days, not by hours', () => {
    const now = new Date(2026, 5, 10, 0, 30);
    expect(
      labelsOf(
        now,
        new Date(2026, 5, 10, 0, 10),
        new Date(2026, 5, 9, 23, 50),
        new Date(2026, 5, 9, 0, 0),
        new Date(2026, 5, 8, 23, 59),
        new Date(2026, 5, 2, 0, 0),
        new Date(2026, 5, 1, 23, 59),
        new Date(2025, 5, 3),
      ),
    ).toEqual([
      ['Today', 1],
      ['Yesterday', 2],
      ['Previous 7 days', 2],
      ['June 2026', 1],
      ['June 2025', 1],
    ]);
  });

  test('keeps the order of the chats and puts what lies ahead under today', () => {
    const now = new Date(2026, 5, 10);
    const chats = [chatAt(new Date(2026, 5, 11)), chatAt(new Date(2026, 5, 10, 5))];
    expect(groupChats(chats, now)).toEqual([{ label: 'Today', chats }]);
    expect(groupChats([], now)).toEqual([]);
  });

  test('puts pinned chats first, however old they are', () => {
    const now = new Date(2026, 5, 10);
    const [recent, old] = [chatAt(new Date(2026, 5, 10, 5)), chatAt(new Date(2024, 5, 10), true)];
    expect(groupChats([recent, old], now)).toEqual([
      { label: 'Pinned', chats: [old] },
      { label: 'Today', chats: [recent] },
    ]);
  });

  test('knows that a day has 25 hours when clocks go back, and 23 when they go forward', () => {
    process.env['TZ'] = 'Europe/Berlin';
    const autumn = new Date(2026, 9, 26, 12);
    expect(labelsOf(autumn, new Date(2026, 9, 25, 0, 30))).toEqual([['Yesterday', 1]]);
    const spring = new Date(2026, 2, 30, 12);
    expect(labelsOf(spring, new Date(2026, 2, 28, 23, 30))).toEqual([['Previous 7 days', 1]]);
  });
});
