import { expect, it } from 'vitest';
import { TEXT_HINT_COUNT, textHintsOf } from '../../../lib/page/reader/text-hints';

it('tells what part of a page a short text names, and nothing of long ones', () => {
  expect(textHintsOf('You may also like')).toContain(1);
  expect(textHintsOf('Accept all cookies')).toContain(1);
  expect(textHintsOf('The lamp burned rapeseed oil')).not.toContain(1);
  expect(textHintsOf(`Related ${'x '.repeat(100)}`)).not.toContain(1);
  expect(textHintsOf('')).toHaveLength(TEXT_HINT_COUNT);
});
