import { expect, test } from 'vitest';
import { fitInto, MOST_PICTURES, PICTURE_LIMITS } from '../../../../lib/domain/pictures/picture-limits';

test.each([
  [
    { width: 4_000, height: 3_000 },
    { width: 1_568, height: 1_176 },
  ],
  [
    { width: 3_000, height: 4_000 },
    { width: 1_176, height: 1_568 },
  ],
  [
    { width: 640, height: 480 },
    { width: 640, height: 480 },
  ],
  [
    { width: 16_000, height: 2 },
    { width: 1_568, height: 1 },
  ],
])('%j is drawn as %j', (size, drawn) => {
  expect(fitInto(size, PICTURE_LIMITS.anthropic.side)).toEqual(drawn);
});

test('whatever was attached for one model is taken by every other', () => {
  for (const { side, bytes } of Object.values(PICTURE_LIMITS)) {
    // Anthropic refuses more: 8,000 px to a side, 5 MB of base64.
    expect(side).toBeLessThanOrEqual(8_000);
    expect(Math.ceil(bytes / 3) * 4).toBeLessThanOrEqual(5 * 1024 * 1024);
    expect(MOST_PICTURES * bytes).toBeLessThan(32 * 1024 * 1024);
  }
});
