import { afterEach, expect, it, vi } from 'vitest';
import { formatCompact, formatDate, formatList, formatNumber } from '../../../lib/words/format';

afterEach(() => vi.unstubAllGlobals());

it('writes numbers, dates and lists as the interface’s language does', () => {
  vi.stubGlobal('navigator', { languages: ['en-GB'] });
  expect(formatNumber(1234.5)).toBe('1,234.5');
  expect(formatNumber(0.25, { style: 'percent' })).toBe('25%');
  expect(formatCompact(12_345)).toMatch(/^12\.3K$/i);
  expect(formatList(['a', 'b', 'c'])).toBe('a, b and c');
  expect(formatDate(Date.UTC(2026, 10, 25), { dateStyle: 'medium', timeZone: 'UTC' })).toBe('25 Nov 2026');
});

it('follows a change of the locale', () => {
  vi.stubGlobal('navigator', { languages: ['en-US'] });
  expect(formatList(['a', 'b', 'c'])).toBe('a, b, and c');
  vi.stubGlobal('navigator', { languages: ['en-GB'] });
  expect(formatList(['a', 'b', 'c'])).toBe('a, b and c');
});
