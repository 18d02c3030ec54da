import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateTokens } from '../../../../lib/domain/budget';
import { fitNotes, notesRoom, noteWords, saysNothing } from '../../../../lib/domain/whole-page/notes';

describe('notes', () => {
  test.each(['NOTHING', ' nothing. ', '**NOTHING**', '"NOTHING"', '', '\n'])(
    '%j says that there is nothing',
    (notes) => {
      expect(saysNothing(notes)).toBe(true);
    },
  );

  test.each(['Nothing was built [b3].', 'NOTHING to note, but it opened in 1932 [b1].'])(
    '%j says something',
    (notes) => {
      expect(saysNothing(notes)).toBe(false);
    },
  );

  test('fit together, the longest shortened first, and none cut that fits anyway', () => {
    fc.assert(
      fc.property(
        fc.array(fc.lorem({ mode: 'sentences', maxCount: 12 }), { maxLength: 12 }),
        fc.nat(400),
        (all, room) => {
          const { notes, shortened } = fitNotes(all, room);
          expect(notes.reduce((sum, text) => sum + estimateTokens(text), 0)).toBeLessThanOrEqual(room);
          if (all.reduce((sum, text) => sum + estimateTokens(text), 0) <= room) expect(notes).toEqual(all);
          expect(shortened).toBe(notes.filter((text, index) => text !== all[index]).length);
          for (const [index, text] of notes.entries()) expect(all[index]?.startsWith(text)).toBe(true);
          const share = Math.floor(room / Math.max(1, all.length));
          for (const [index, text] of all.entries())
            if (estimateTokens(text) <= share) expect(notes[index]).toBe(text);
        },
      ),
    );
  });

  test('end at the end of a line or a sentence', () => {
    expect(fitNotes(['It is red [b1]. It opened in 1932 [b2]. It is long.'], 10).notes).toEqual([
      'It is red [b1]. It opened in 1932 [b2].',
    ]);
  });

  test('are asked for in as many words as all parts have room for together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3_000, max: 1_000_000 }), fc.integer({ min: 1, max: 30 }), (budget, parts) => {
        const words = noteWords(budget, parts);
        expect(words).toBeLessThanOrEqual(250);
        if (words > 30) expect((words / 0.7) * parts).toBeLessThanOrEqual(notesRoom(budget) * 1.2);
      }),
    );
  });
});
