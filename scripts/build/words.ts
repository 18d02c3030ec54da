import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { generatedDir, Hub, type FS } from 'wuchale';
import { LOCALES } from '../../lib/words/locales.ts';
import type { WantedWord } from './check-words.ts';
import { pseudoWords } from './pseudo-words.ts';
import { MANIFEST_WORDS } from './manifest-words.ts';
import { TAKEN } from './words-storage.ts';
import { wordsConfig, type Catalogue } from './words-config.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const GENERATED = resolve(ROOT, wordsConfig.localesDir, generatedDir);
const MODULE = 'aside-words';
/** Where the compiler lets each file look for its catalogue. There is no such file: the plugin stands in for it. */
const LOADER = /\/words\/(components|panel|core|archive)\.loader(?:\.\w+)*$/;
/** A catalogue of a page, one as text, or what carries the latter in all languages. */
const PART = /^\0aside-words\/(words|text|carried)-(panel|core|archive)(?:-(.+))?$/;

/** The files that the compiler makes of each catalogue begin with the name of the adapter that owns it. */
const OWNERS: Readonly<Record<Catalogue, string>> = { panel: 'components', core: 'core', archive: 'archive' };

/** What is in the code, and each language's catalogue as the text of a module. */
export interface Words {
  readonly hub: Hub;
  readonly catalogue: (name: Catalogue, locale: string) => string;
  /** All that is to be said in every language, also by the manifest, in the order of the alphabet. */
  readonly wanted: readonly WantedWord[];
}

/** Reads every word of the code and compiles the catalogues. Takes about a quarter of a second. */
export async function compileWords(): Promise<Words> {
  // The compiler writes its catalogues as files; here they stay in memory.
  const files = new Map<string, string>();
  const memory: FS = {
    read: async (file) => files.get(file) ?? (existsSync(file) ? readFile(file, 'utf8') : null),
    exists: (file) => LOADER.test(file) || files.has(file) || existsSync(file),
    write: (file, content) => void files.set(file, content),
    mkdir: () => undefined,
    unlink: (file) => files.delete(file),
  };
  const hub = await Hub.create('cli', async () => wordsConfig, ROOT, 0, memory);
  await hub.directVisit(false, false, false);
  return {
    hub,
    wanted: wantedWords(),
    catalogue: (name, locale) =>
      files.get(resolve(GENERATED, `${OWNERS[name]}.${OWNERS[name]}.${locale}.compiled.js`)) ?? '',
  };
}

function wantedWords(): readonly WantedWord[] {
  const found = new Map<string, WantedWord>();
  for (const text of Object.values(MANIFEST_WORDS)) found.set(text, { text, plural: false, files: [] });
  for (const { translations, references } of [...TAKEN.values()].flat()) {
    const forms = translations.get(LOCALES[0]) ?? [];
    const text = forms.join('\n');
    const files = references.map(({ file }) => file);
    if (files.length === 0) continue;
    const before = found.get(text)?.files ?? [];
    found.set(text, { text, plural: forms.length > 1, files: [...new Set([...before, ...files])] });
  }
  return [...found.values()].sort((a, b) => (a.text < b.text ? -1 : 1));
}

/** The words of a compiled catalogue, as JSON. */
export function wordsIn(catalogue: string): string {
  return /^export let c = (.*)$/m.exec(catalogue)?.[1] ?? '[]';
}

/**
 * A Vite plugin that takes the words out of the code and puts the catalogue of the browser's language in their place.
 * A page loads the one catalogue that it needs, before anything else of it runs; a background, which may load nothing
 * later, carries them all. Left out while developing, where the words of the code stand as they are.
 */
export function words(): Plugin {
  let compiled: Promise<Words>;
  let isPage = true;
  return {
    name: 'aside:words',
    apply: (_, { mode }) => mode !== 'development',
    enforce: 'pre',
    configResolved({ build }) {
      isPage = build.lib === false;
      compiled = compileWords();
    },
    resolveId(id) {
      const [, adapter] = LOADER.exec(id) ?? [];
      if (adapter !== undefined) return isPage ? `\0${MODULE}` : `\0${MODULE}/carried-${adapter}`;
      return id.startsWith(`${MODULE}/`) ? `\0${id}` : null;
    },
    async load(id) {
      if (id === `\0${MODULE}`) return pageModule();
      const [, form, name, locale] = PART.exec(id) ?? [];
      if (form === 'carried') return carriedModule(name as Catalogue);
      if (locale === undefined) return null;
      const made = (await compiled).catalogue(name as Catalogue, locale);
      const catalogue =
        process.env['ASIDE_PSEUDO'] === undefined ? made : `export let c = ${pseudoWords(wordsIn(made))}`;
      return form === 'words' ? catalogue : `export default ${JSON.stringify(wordsIn(catalogue))};`;
    },
    async transform(code, id) {
      // A part of a component, e.g. its style.
      if (id.includes('?')) return null;
      const { hub } = await compiled;
      const [output] = await hub.transform(code, id);
      return output.code === undefined ? null : { code: output.code, map: output.map };
    },
  };
}

const HEAD = `
import toRuntime from 'wuchale/runtime';
import { LOCALES } from '${resolve(ROOT, 'lib/words/locales.ts')}';
import { chooseLanguage, language } from '${resolve(ROOT, 'lib/words/locale.ts')}';
`;

/** A page takes both catalogues: its own words, and those that it shares with the background. */
function pageModule(): string {
  const loaders = LOCALES.map(
    (locale) =>
      `'${locale}': () => Promise.all([import('${MODULE}/words-panel-${locale}'), import('${MODULE}/words-core-${locale}')])`,
  );
  return `${HEAD}
import { chosenInPage } from '${resolve(ROOT, 'lib/words/chosen-language.ts')}';
chooseLanguage(chosenInPage());
const locale = language();
const [panel, core] = await ({${loaders.join(',')}})[locale]();
const runtimes = { panel: toRuntime(panel, locale), core: toRuntime(core, locale) };
export const getRuntime = (id) => (id === 'core' ? runtimes.core : runtimes.panel);
export const getRuntimeRx = getRuntime;`;
}

/**
 * What loads nothing later carries a catalogue in every language, as text that is read when its language is spoken, and
 * follows the choice of it at each word.
 */
function carriedModule(name: Catalogue): string {
  const imports = LOCALES.map((locale, at) => `import c${at} from '${MODULE}/text-${name}-${locale}';`);
  const entries = LOCALES.map((locale, at) => `'${locale}': c${at}`);
  return `${imports.join('\n')}${HEAD}
import { chosenInWorker } from '${resolve(ROOT, 'lib/words/chosen-language.ts')}';
chooseLanguage(chosenInWorker());
const texts = {${entries.join(',')}};
const runtimes = {};
export const getRuntime = () => {
  const locale = language();
  return (runtimes[locale] ??= toRuntime({ c: JSON.parse(texts[locale]) }, locale));
};
export const getRuntimeRx = getRuntime;`;
}
