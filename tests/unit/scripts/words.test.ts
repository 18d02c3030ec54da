import { beforeAll, describe, expect, it } from 'vitest';
import { LOCALES } from '../../../lib/words/locales';
import same from '../../../lib/words/same-as-english.json' with { type: 'json' };
import { wordProblems } from '../../../scripts/build/check-words';
import { compileWords, wordsIn, type Words } from '../../../scripts/build/words';
import { readTranslations } from '../../../scripts/build/words-storage';

const itemsOf = (module: string) => JSON.parse(wordsIn(module)) as unknown[];

describe('compileWords', () => {
  let words: Words;
  beforeAll(async () => {
    words = await compileWords();
  });

  it.each(LOCALES)('has every word in %s, and no hole', (locale) => {
    for (const [name, least] of [
      ['panel', 150],
      ['core', 100],
      ['archive', 20],
    ] as const) {
      const items = itemsOf(words.catalogue(name, locale));
      expect(items.length).toBeGreaterThan(least);
      expect(items.filter((item) => item === null || item === '')).toEqual([]);
    }
  });

  it.each(LOCALES.slice(1))('is complete in %s', async (locale) => {
    expect(wordProblems(locale, await readTranslations('lib/words', locale), words.wanted, same)).toEqual([]);
  });

  it('has every text once, with where it is said', () => {
    const texts = words.wanted.map(({ text }) => text);
    expect(texts).toEqual([...new Set(texts)]);
    expect(texts).toContain('Ask about the selection');
    expect(words.wanted.find(({ text }) => text === 'One chat deleted.\n# chats deleted.')).toEqual({
      text: 'One chat deleted.\n# chats deleted.',
      plural: true,
      files: ['lib/panel/history/chat-organiser.ts'],
    });
  });

  it.each([
    ['begins with a hole', 'export const f = (host: string) => `${host} is overloaded.`;', /\(\d+, \[host\]\)/],
    ['is thrown', "export function f() { throw new ChatFailure('Gone for good.'); }", /ChatFailure\(_w_load_/],
    ['is in a field', "export class A { said = 'Gone for good.'; }", /said = _w_load_/],
    ['is called so', "export const f = () => said('not shown');", /said\(_w_load_/],
    [
      'depends on a count',
      "export const f = (n: number) => plural(n, ['One.', '# ones.']);",
      /plural\(n, _w_load_.*\.p\(/,
    ],
  ])('takes out what %s', async (_, code, taken) => {
    const [output] = await words.hub.transform(code, `${process.cwd()}/lib/panel/made.ts`);
    expect(output.code).toMatch(taken);
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
