import { describe, expect, it } from 'vitest';
import { dateReader } from '../../../../lib/markdown/values/parse-date';

const read = (text: string, locale = 'en-US') => dateReader([text], locale)(text);
const local = (time: number) => {
  const date = new Date(time);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
};

describe('dateReader', () => {
  it.each([
    ['2024-03', '2024-03-01 00:00', 'month'],
    ['2024-03-05', '2024-03-05 00:00', 'day'],
    ['2024/3/5', '2024-03-05 00:00', 'day'],
    ['2024-03-05T14:30:00', '2024-03-05 14:30', 'minute'],
    ['2024-03-05 14:30', '2024-03-05 14:30', 'minute'],
    ['5.3.2024', '2024-03-05 00:00', 'day'],
    ['3/5/2024', '2024-03-05 00:00', 'day'],
    ['3/5/24 9:05', '2024-03-05 09:05', 'minute'],
    ['Mar 2024', '2024-03-01 00:00', 'month'],
    ['March 2024', '2024-03-01 00:00', 'month'],
    ["Sept. '24", '2024-09-01 00:00', 'month'],
    ['2024 March', '2024-03-01 00:00', 'month'],
    ['5 March 2024', '2024-03-05 00:00', 'day'],
    ['5th of March 2024', '2024-03-05 00:00', 'day'],
    ['Tue, 5 Mar 2024', '2024-03-05 00:00', 'day'],
    ['March 5, 2024', '2024-03-05 00:00', 'day'],
    ['Mar 5', '2000-03-05 00:00', 'day'],
    ['March', '2000-03-01 00:00', 'month'],
    ['Q2 2024', '2024-04-01 00:00', 'quarter'],
    ['2024-Q4', '2024-10-01 00:00', 'quarter'],
  ])('reads %s', (text, expected, grain) => {
    const date = read(text);
    expect(date && local(date.time)).toBe(expected);
    expect(date?.grain).toBe(grain);
  });

  it('keeps the moment of a time with its zone', () => {
    expect(read('2024-03-05T14:30:00Z')?.time).toBe(Date.UTC(2024, 2, 5, 14, 30));
    expect(read('2024-03-05T14:30+02:00')?.time).toBe(Date.UTC(2024, 2, 5, 12, 30));
  });

  it('reads the months of the reader’s language', () => {
    const date = read('5. März 2024', 'de');
    expect(date && local(date.time)).toBe('2024-03-05 00:00');
  });

  it('learns from the others whether the day comes first, and asks the locale where they do not tell', () => {
    const month = (texts: string[], locale: string) => {
      const date = dateReader(texts, locale)('3/4/2024');
      return date && new Date(date.time).getMonth() + 1;
    };
    expect(month(['25/12/2023'], 'en-US')).toBe(4);
    expect(month(['12/25/2023'], 'en-GB')).toBe(3);
    expect(month([], 'en-US')).toBe(3);
    expect(month([], 'en-GB')).toBe(4);
  });

  it.each([
    '',
    'Maybe',
    'Marching 5',
    '2024-13-01',
    '31/31/2024',
    '30 Feb 2024',
    '12',
    '1932',
    'v1.2.3',
    'Room 5',
    'may be',
  ])('takes %j for no date', (text) => {
    expect(read(text)).toBeNull();
  });
});
