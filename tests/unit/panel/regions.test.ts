import { expect, test } from 'vitest';
import { nextRegion } from '../../../lib/panel/regions';

const region = (name: string) => ({ name, contains: (node: Node | null) => (node as unknown) === name });
const focused = (name: string) => name as unknown as Node;
const regions = [region('list'), region('chat'), region('composer')];
const next = (from: string, backwards = false) => nextRegion(regions, focused(from), backwards)?.name ?? null;

test('leads through the parts of a page in their order, and out of the last one', () => {
  expect(['list', 'chat', 'composer'].map((from) => next(from))).toEqual(['chat', 'composer', null]);
  expect(['list', 'chat', 'composer'].map((from) => next(from, true))).toEqual([null, 'list', 'chat']);
});

test('begins at either end where the focus is in none', () => {
  expect([next('header'), next('header', true)]).toEqual(['list', 'composer']);
  expect(nextRegion([], null, false)).toBeNull();
});
