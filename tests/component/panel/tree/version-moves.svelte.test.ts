import { expect, it } from 'vitest';
import type { MessageId } from '../../../../lib/domain/ids';
import { VersionMoves } from '../../../../lib/panel/tree/version-moves.svelte';
import { answerRow } from '../../../support/rows';

const versions = [answerRow('a', 'q'), answerRow('b', 'q')];
const [a = answerRow('', ''), b = a] = versions;

it('goes to the next version, says which it is, and tells its arrows once how it came there', async () => {
  const selected: MessageId[] = [];
  const moves = new VersionMoves({ versionsOf: () => versions, select: async (id) => void selected.push(id) });
  const by = { step: 1, top: 40 } as const;
  await moves.step(a, by);
  expect(selected).toEqual(['b']);
  expect(moves.said).toBe('Version 2 of 2.');
  expect(moves.arrived(a.id)).toBeNull();
  expect(moves.arrived(b.id)).toEqual(by);
  expect(moves.arrived(b.id)).toBeNull();
  await moves.step(b, by);
  expect(selected).toEqual(['b']);
});
