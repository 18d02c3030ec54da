import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exportsOf } from './exports-of';
import { reachFrom } from './reach';
import { shippedCode, sourceFiles } from './support/source-files';
import { TRIED_IN_BROWSERS, UNTESTED_YET } from './untested-yet';

/**
 * Tests mirror `lib/`: the test of `lib/x/y.ts` is `tests/unit/x/y.test.ts` (or under `tests/component/`). A file that
 * is a part of its neighbour may be covered by the neighbour's test, which then has to run it.
 */
const lib = shippedCode.filter(({ path }) => path.startsWith('lib/'));
const tests = sourceFiles(['tests/unit', 'tests/component', 'tests/support'], ['.ts']);
const exempt = [...TRIED_IN_BROWSERS, ...UNTESTED_YET];
const files = [...lib, ...shippedCode.filter(({ path }) => !path.startsWith('lib/')), ...tests];

/** The layer of a file or of its test: `providers` of `lib/providers/provider.ts`. */
function layerOf(path: string): string {
  return /^(?:lib|tests\/(?:unit|component))\/([^/]+)/.exec(path)?.[1] ?? '';
}

function hasOwnTest(path: string): boolean {
  const name = path.replace(/^lib\//, '').replace(/\.ts$/, '');
  const names = [name, name.replace(/\.svelte$/, '')];
  return names.some((at) => ['unit', 'component'].some((kind) => existsSync(`tests/${kind}/${at}.test.ts`)));
}

function testedByNeighbours(): ReadonlySet<string> {
  const tested = new Set<string>();
  for (const { path } of tests.filter((file) => file.path.endsWith('.test.ts'))) {
    for (const reached of reachFrom(path, files).files.keys()) {
      if (layerOf(reached) === layerOf(path)) tested.add(reached);
    }
  }
  return tested;
}

describe('the tests mirror lib', () => {
  const neighbours = testedByNeighbours();
  const behaves = lib.filter((file) =>
    exportsOf(file).some(({ kind }) => kind === 'function' || kind === 'class'),
  );
  const untested = behaves.map(({ path }) => path).filter((path) => !hasOwnTest(path) && !neighbours.has(path));

  test('every file of lib with behaviour has a test of its own or in its layer that runs it', () => {
    expect(behaves.length).toBeGreaterThan(100);
    expect(untested.filter((path) => !exempt.includes(path))).toEqual([]);
  });

  test('the lists of those without one name no file that is gone', () => {
    expect(exempt.filter((path) => !existsSync(path))).toEqual([]);
  });

  test('a unit test stands in the folder of what it tests', () => {
    const folders = tests
      .map(({ path }) => /^tests\/unit\/(.+)\/[^/]+$/.exec(path)?.[1])
      .filter((folder) => folder !== undefined && !existsSync(`lib/${folder}`) && !existsSync(folder));
    expect([...new Set(folders)]).toEqual([]);
  });
});
