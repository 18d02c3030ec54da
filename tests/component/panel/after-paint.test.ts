import { afterEach, expect, test, vi } from 'vitest';
import { afterPaint } from '../../../lib/panel/after-paint';

afterEach(() => vi.restoreAllMocks());

test('comes behind the next frame', async () => {
  const order: string[] = [];
  requestAnimationFrame(() => order.push('frame'));
  await afterPaint().then(() => order.push('after'));
  expect(order).toEqual(['frame', 'after']);
});

test('comes all the same where nothing is drawn', async () => {
  vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  await afterPaint();
  expect(requestAnimationFrame).toHaveBeenCalledOnce();
});
