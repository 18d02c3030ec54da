import { describe, expect, it } from 'vitest';
import { blend, contrast, over, parseColour, WHITE } from '../../../lib/page/dom/colours';

const BLACK = { red: 0, green: 0, blue: 0, alpha: 1 };

describe('parseColour', () => {
  it('reads what computed styles hold', () => {
    expect(parseColour('rgb(1, 2, 3)')).toEqual({ red: 1, green: 2, blue: 3, alpha: 1 });
    expect(parseColour('rgba(1, 2, 3, 0.5)')).toEqual({ red: 1, green: 2, blue: 3, alpha: 0.5 });
    expect(parseColour('rgb(1 2 3 / 50%)')).toEqual({ red: 1, green: 2, blue: 3, alpha: 0.5 });
    expect(parseColour('color(srgb 1 0 0.5 / 0.25)')).toEqual({ red: 255, green: 0, blue: 127.5, alpha: 0.25 });
  });

  it('gives null for what it does not know', () => {
    expect(parseColour('oklch(0.5 0.2 30)')).toBeNull();
    expect(parseColour('')).toBeNull();
  });
});

describe('contrast', () => {
  it('is 21 between black and white and 1 between equals', () => {
    expect(contrast(BLACK, WHITE)).toBeCloseTo(21);
    expect(contrast(WHITE, WHITE)).toBe(1);
  });

  it('counts what shows through', () => {
    expect(contrast(over({ ...BLACK, alpha: 0.02 }, WHITE), WHITE)).toBeLessThan(1.1);
    expect(contrast(over(BLACK, WHITE, 0.02), WHITE)).toBeLessThan(1.1);
  });
});

it('blends as mix-blend-mode does', () => {
  expect(contrast(blend('multiply', WHITE, WHITE), WHITE)).toBe(1);
  expect(contrast(blend('screen', BLACK, WHITE), WHITE)).toBe(1);
  expect(contrast(blend('difference', WHITE, WHITE), WHITE)).toBeCloseTo(21);
  expect(contrast(blend('normal', BLACK, WHITE), WHITE)).toBeCloseTo(21);
});
