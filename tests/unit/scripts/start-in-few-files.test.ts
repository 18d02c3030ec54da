import { expect, test } from 'vitest';
import { reachedFrom } from '../../../scripts/build/start-in-few-files';

/** What each module imports at once; `late` is imported by none. */
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  page: ['view', 'words'],
  view: ['runtime', 'page'],
  words: ['runtime'],
  runtime: [],
  late: ['view'],
};
const edges = (id: string) => {
  const importedIds = IMPORTS[id];
  return importedIds === undefined ? null : { isEntry: id === 'page', importedIds };
};

test('a page brings all that it imports, and what that imports, round in a circle too', () => {
  expect(reachedFrom(['page'], edges)).toEqual(new Set(['page', 'view', 'words', 'runtime']));
});

test('what is not there brings nothing', () => {
  expect(reachedFrom(['gone'], edges)).toEqual(new Set());
});
