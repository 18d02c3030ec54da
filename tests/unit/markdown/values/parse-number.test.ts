import { describe, expect, it } from 'vitest';
import { decimalMarkOf, parseNumber } from '../../../../lib/markdown/values/parse-number';

const value = (text: string, mark?: '.' | ',') => parseNumber(text, mark)?.value ?? null;

describe('parseNumber', () => {
  it.each([
    ['7', 7],
    ['-3.5', -3.5],
    ['−3.5', -3.5],
    ['+4', 4],
    ['.5', 0.5],
    ['1,234', 1234],
    ['1,234,567.89', 1_234_567.89],
    ['12,34,567', 1_234_567],
    ['1 234 567', 1_234_567],
    ["1'234.5", 1234.5],
    ['1_000', 1000],
    ['6.02e23', 6.02e23],
    ['(1,200)', -1200],
    ['~40 %', 40],
    ['≈ 3', 3],
    ['< 5', 5],
    ['$1,299.00', 1299],
    ['-$5', -5],
    ['$-5', -5],
    ['US$ 20', 20],
    ['CHF 12.50', 12.5],
    ['1.2M', 1_200_000],
    ['$1.2 M', 1_200_000],
    ['3.4bn', 3_400_000_000],
    ['€ 5 million', 5_000_000],
    ['120k', 120_000],
    ['300 K', 300],
    ['38 m', 38],
    ['12 km/h', 12],
    ['20 °C', 20],
    ['1.5 GB', 1.5e9],
    ['512 MiB', 512 * 2 ** 20],
    ['٣٫٥', 3.5],
    ['１２', 12],
  ])('reads %s', (text, expected) => {
    expect(value(text)).toBeCloseTo(expected, 6);
  });

  it.each([
    ['1.234,5', 1234.5],
    ['3,5 %', 3.5],
    ['1.234.567 €', 1_234_567],
    ['0,05', 0.05],
  ])('reads %s where the comma is the decimal mark', (text, expected) => {
    expect(value(text, ',')).toBe(expected);
  });

  it.each([
    '',
    'abc',
    'Q1',
    '12,34',
    '1.2.3',
    '2024-01-05',
    '10:30',
    '3/4/2024',
    'AB12',
    '4 of 5',
    '10–20',
    '-',
    '$',
  ])('takes %j for no number', (text) => {
    expect(value(text)).toBeNull();
  });

  it('tells the unit', () => {
    expect(['5 %', '€5', '5 €', '38 m', '5', '3 MB', '5k'].map((text) => parseNumber(text)?.unit)).toEqual([
      '%',
      '€',
      '€',
      'm',
      '',
      'B',
      '',
    ]);
  });

  it('is quick with what is meant to be slow', () => {
    const started = performance.now();
    for (const text of ['1,'.repeat(20_000), ' '.repeat(40_000), `1${' '.repeat(38)}x`, '('.repeat(39)])
      value(text);
    expect(performance.now() - started).toBeLessThan(50);
  });
});

describe('decimalMarkOf', () => {
  it.each([
    [['1,234', '5.5'], '.'],
    [['1.234,5', '7'], ','],
    [['3,5', '12,25'], ','],
    [['1.234', '1.234.567'], ','],
    [['1,234'], '.'],
    [['0.123', '0.456'], '.'],
    [['1.5 €', '2.25 €'], '.'],
    [[], '.'],
  ] as const)('of %j is %s', (texts, mark) => {
    expect(decimalMarkOf(texts)).toBe(mark);
  });
});
