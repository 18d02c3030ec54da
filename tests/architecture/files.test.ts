import { describe, expect, test } from 'vitest';
import { exportsOf, isBarrel } from './exports-of';
import { fileAt, readImports, targetOf } from './support/read-imports';
import { SHIPPED, shippedCode, sourceFiles, type SourceFile } from './support/source-files';

const MAX_LINES = 250;

/** Longer than they may be, until somebody splits them; none may be added. */
const TOO_LONG_YET: readonly string[] = ['components/chat/Chat.svelte'];

/** Names the extension API in one place, which is what it passes on. */
const BARRELS: readonly string[] = ['lib/platform/browser.ts'];

/** Exported types without a docstring, most of which their name says; may only become fewer. */
const MOST_BARE_TYPES = 26;

const styles = sourceFiles(SHIPPED, ['.css']);

const isTooLong = ({ text }: SourceFile) => text.trimEnd().split('\n').length > MAX_LINES;

test(`no file is longer than ${MAX_LINES} lines`, () => {
  const long = [...shippedCode, ...styles].filter(isTooLong).map(({ path }) => path);
  expect(long.filter((path) => !TOO_LONG_YET.includes(path))).toEqual([]);
});

/** Says what is wrong with a file's name, or null. */
function nameProblem(path: string): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.endsWith('.svelte'))
    return /^[A-Z][A-Za-z0-9]*\.svelte$/.test(name) ? null : `${path}: PascalCase.svelte`;
  if (name === 'index.ts' && !path.startsWith('entrypoints/')) return `${path}: named after its main export`;
  return /^[a-z0-9]+(-[a-z0-9]+)*(\.svelte)?(\.d)?\.(ts|css)$/.test(name) ? null : `${path}: kebab-case`;
}

test('components are named in PascalCase, all else in kebab-case', () => {
  expect([...shippedCode, ...styles].map(({ path }) => nameProblem(path)).filter(Boolean)).toEqual([]);
});

test.each(['lib/a/ChatStore.ts', 'components/ui/icon-button.svelte', 'lib/a/chat_store.ts', 'lib/chat/index.ts'])(
  'the name %s is objected to',
  (path) => {
    expect(nameProblem(path)).toContain(path);
  },
);

test('no folder is named after nothing', () => {
  const named = shippedCode.filter(({ path }) => /\/(utils?|common|misc|helpers?|shared)(\/|\.)/.test(path));
  expect(named.map(({ path }) => path)).toEqual([]);
});

test('no file only passes on what others export', () => {
  expect(shippedCode.filter(isBarrel).map(({ path }) => path)).toEqual(BARRELS);
});

// Written so that this file does not find itself; Spanish has a word of the same letters in lower case.
const UNFINISHED = /\b(TO[D]O|FIX[M]E)\b|[Cc]oming [s]oon|[Ll]orem [i]psum/;

test('nothing is left for later', () => {
  const all = [...shippedCode, ...styles, ...sourceFiles(['scripts', 'tests', 'docs'], ['.ts', '.mjs', '.md'])];
  expect(all.filter(({ text }) => UNFINISHED.test(text)).map(({ path }) => path)).toEqual([]);
});

describe('what lib exports for others', () => {
  const all = new Map(shippedCode.map((file) => [file.path, file]));
  const imported = new Set<string>();
  for (const file of shippedCode) {
    for (const { specifier, names } of readImports(file)) {
      const target = targetOf(file.path, specifier);
      const from = target === null ? undefined : fileAt(target, all);
      for (const name of from === undefined ? [] : names) imported.add(`${from?.path ?? ''} ${name}`);
    }
  }
  const bare = shippedCode
    .filter(({ path }) => path.startsWith('lib/'))
    .flatMap((file) => exportsOf(file).map((exported) => ({ ...exported, id: `${file.path} ${exported.name}` })))
    .filter(({ id, hasDocstring }) => imported.has(id) && !hasDocstring);

  test('has a docstring, where it is a function or a class', () => {
    expect(imported.size).toBeGreaterThan(200);
    expect(bare.filter(({ kind }) => kind === 'function' || kind === 'class').map(({ id }) => id)).toEqual([]);
  });

  test('mostly has one, where it is a type', () => {
    const types = bare.filter(({ kind }) => kind === 'interface' || kind === 'type').map(({ id }) => id);
    expect(types.length, types.join('\n')).toBeLessThanOrEqual(MOST_BARE_TYPES);
  });
});

describe('an export is read', () => {
  const exported = (text: string) => exportsOf({ path: 'lib/a.ts', text });

  test('with its kind and its docstring', () => {
    expect(exported('/** Does it. */\nexport async function a() {}')).toEqual([
      { name: 'a', kind: 'function', hasDocstring: true },
    ]);
    expect(exported('// why\nexport const b = () => 1;')).toEqual([
      { name: 'b', kind: 'function', hasDocstring: false },
    ]);
    expect(exported('export type C = 1; class D {}')).toEqual([{ name: 'C', kind: 'type', hasDocstring: false }]);
  });

  test.each([
    ["export { a } from './a';", true],
    ["export * from './a'; import './b';", true],
    ["export { a } from './a'; export const b = 1;", false],
    ["import './a';", false],
  ])('and a barrel is told: %s', (text, expected) => {
    expect(isBarrel({ path: 'lib/a.ts', text })).toBe(expected);
  });
});
