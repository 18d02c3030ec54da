import { describe, expect, test } from 'vitest';
import { reachFrom, waysTo } from './reach';
import { shippedCode, type SourceFile } from './support/source-files';

describe.each(['sidepanel', 'options', 'print', 'workbench'].map((name) => `entrypoints/${name}/main.ts`))(
  'from %s',
  (start) => {
    const reach = reachFrom(start, shippedCode);

    test('no provider, engine or key store can be reached', () => {
      expect(reach.files.size).toBeGreaterThan(20);
      expect(waysTo(reach, /^lib\/(providers|engine)\/|key-store|chat-store|browser-session/)).toEqual([]);
      expect([...reach.packages]).not.toContain('openai');
      expect([...reach.packages]).not.toContain('@anthropic-ai/sdk');
    });

    test('the database, which holds the keys, goes into the queries and the search and nowhere else', () => {
      const own = shippedCode.filter(({ path }) => reach.files.has(path) && path.startsWith('entrypoints/'));
      const uses = own.flatMap(({ text }) => text.match(/^(?!import).*\bAsideDatabase\b.*$/gm) ?? []);
      expect(uses.filter((line) => !/create(?:Queries|Reading)\(new AsideDatabase\(\)[,)]/.test(line))).toEqual(
        [],
      );
    });
  },
);

describe('the background', () => {
  const reach = reachFrom('entrypoints/background/index.ts', shippedCode);

  test('has no Svelte and no component', () => {
    expect(waysTo(reach, /\.svelte|^components\//)).toEqual([]);
    expect([...reach.packages].filter((name) => name.includes('svelte'))).toEqual([]);
  });

  test('is static: a service worker refuses import()', () => {
    expect(reach.dynamic).toEqual([]);
  });
});

test.each(['page-reader', 'selection-reader', 'passage-highlighter'])(
  '%s, which runs in pages of strangers, brings nothing but the reading of pages',
  (name) => {
    const reach = reachFrom(`entrypoints/${name}.ts`, shippedCode);
    expect(waysTo(reach, /^(?!lib\/page\/|lib\/domain\/|lib\/words\/|entrypoints\/)/)).toEqual([]);
    expect([...reach.packages].filter((found) => !['wxt', 'defuddle'].includes(found))).toEqual([]);
  },
);

describe('what can be reached', () => {
  const files: readonly SourceFile[] = [
    { path: 'lib/a.ts', text: "import { b } from './b'; import type { d } from './d';" },
    { path: 'lib/b.ts', text: "export { c } from './c/C.svelte'; import 'x/y';" },
    { path: 'lib/c/C.svelte', text: "<script>const e = import('../e');</script>" },
    { path: 'lib/d.ts', text: '' },
    { path: 'lib/e.ts', text: "import './a';" },
  ];

  test('follows exports, components and import(), but no types', () => {
    const reach = reachFrom('lib/a.ts', files);
    expect([...reach.files.keys()]).toEqual(['lib/a.ts', 'lib/b.ts', 'lib/c/C.svelte', 'lib/e.ts']);
    expect([...reach.packages]).toEqual(['x']);
    expect(reach.dynamic).toEqual(['lib/c/C.svelte']);
    expect(waysTo(reach, /e\.ts/)).toEqual(['lib/a.ts → lib/b.ts → lib/c/C.svelte → lib/e.ts']);
  });
});
