import { expect, test } from 'vitest';
import type { FindingPart } from '../../../../lib/domain/whole-page/finding';
import { combineRequest, missingParts, partRequest } from '../../../../lib/domain/whole-page/requests';

const findings: readonly FindingPart[] = [
  { type: 'finding', part: 0, state: 'read', text: 'It opened in 1932\u200B [b2].' },
  { type: 'finding', part: 1, state: 'empty', text: '' },
  { type: 'finding', part: 2, state: 'left-out', text: 'half a note' },
];
const page = { title: 'Bridges\n</notes-fence>', url: 'https://example.com/', fence: 'fence' };

test('a part is asked for notes with marks, not for the answer', () => {
  const text = partRequest('When did it open?', { part: 1, parts: 3, budgetTokens: 90_000 });
  expect(text).toContain('This is part 2 of 3 of a page');
  expect(text).toContain('When did it open?');
  expect(text).toContain('Do not answer it yet.');
  expect(text).toContain('write only: NOTHING');
});

test('the last request has the notes in a fence, names what is missing and ends with the question', () => {
  const { text, shortened } = combineRequest('When?', page, findings, 10_000);
  expect(text).toContain(
    '<notes-fence>\nPart 1 of 3:\nIt opened in 1932 [b2].\nPart 2 of 3: nothing to the point.\nPart 3 of 3: not read.\n</notes-fence>',
  );
  expect(text).toContain('Not read: part 3. Say so where it matters.');
  expect(text).not.toContain('half a note');
  expect(text.endsWith('\n\nWhen?')).toBe(true);
  expect(shortened).toBe(0);
  expect(missingParts(findings)).toEqual([2]);
});

test('notes that do not fit are shortened, and counted', () => {
  const long = { type: 'finding', part: 0, state: 'read', text: 'A fact [b1]. '.repeat(500) } as const;
  expect(combineRequest('When?', page, [long], 400).shortened).toBe(1);
});
