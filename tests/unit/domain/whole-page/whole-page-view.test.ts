import { expect, test } from 'vitest';
import { estimateWholePage } from '../../../../lib/domain/whole-page/whole-page-view';

test('notes are written once and read once', () => {
  const { inputTokens, outputTokens } = estimateWholePage(100_000, 10, 200);
  expect(inputTokens).toBe(100_000 + 1_680);
  expect(outputTokens).toBe(1_680 + 700);
  expect(estimateWholePage(0, 0, 200).inputTokens).toBe(0);
});
