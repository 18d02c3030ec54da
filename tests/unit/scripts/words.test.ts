import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../../lib/words/locales';
import { compileWords, type Words } from '../../../scripts/build/words';

const itemsOf = (module: string) => JSON.parse(/export let c = (.*)$/m.exec(module)?.[1] ?? '[]') as unknown[];

describe('compileWords', () => {
  let words: Words;
  beforeAll(async () => {
    words = await compileWords();
  });

  it.each(LOCALES)('has every word in %s, and no hole', (locale) => {
    for (const [name, least] of [
      ['panel', 150],
      ['core', 100],
    ] as const) {
      const items = itemsOf(words.catalogue(name, locale));
      expect(items.length).toBeGreaterThan(least);
      expect(items.filter((item) => item === null || item === '')).toEqual([]);
    }
  });

  it('takes the words out of components and code', async () => {
    const component = '<script lang="ts">\n  let { n }: { n: number } = $props();\n</script>\n\n<p>Good {n}</p>';
    const [{ code }] = await words.hub.transform(component, `${process.cwd()}/components/chat/Made.svelte`);
    expect(code).not.toContain('Good');
    const [plain] = await words.hub.transform(
      "export const title = 'Good days';",
      `${process.cwd()}/lib/panel/made.ts`,
    );
    expect(plain.code).toMatch(/title = _w_load_\('panel'\)\(\d+\)/);
  });

  it('leaves alone what is compared and what a model reads', async () => {
    for (const [path, code] of [
      ['lib/panel/made.ts', "export const isEnd = (key: string) => key === 'End';"],
      ['lib/domain/prompt.ts', "export const PROMPT = 'You are Aside.';"],
      ['lib/storage/made.ts', "export const name = 'DataError';"],
    ] as const) {
      const [output] = await words.hub.transform(code, `${process.cwd()}/${path}`);
      expect(output.code, path).toBeUndefined();
    }
  });
});
