import { expect, test } from 'vitest';
import { openingOf } from '../../../../lib/domain/memory/chat-summary';

test('a summary stands between two lines that say what it is', () => {
  expect(openingOf({ text: 'Ropes.' })).toMatch(
    /^\(The earlier part[^]*\n\nRopes\.\n\n\(The chat goes on from here\.\)$/,
  );
});
