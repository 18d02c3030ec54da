import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { generatedDir, Hub, type FS } from 'wuchale';
import { LOCALES } from '../../lib/words/locales.ts';
import { wordsConfig } from './words-config.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const GENERATED = resolve(ROOT, wordsConfig.localesDir, generatedDir);
const MODULE = 'aside-words';
/** Where the compiler lets each file look for its catalogue. There is no such file: the plugin stands in for it. */
const LOADER = /\/words\/(?:components|panel|core)\.loader(?:\.\w+)*$/;
const CATALOGUE = /^\0aside-words\/words-(panel|core)-(.+)$/;

/** The files that the compiler makes of each catalogue begin with the name of the adapter that owns it. */
const OWNERS = { panel: 'components', core: 'core' } as const;
type Catalogue = keyof typeof OWNERS;

/** What is in the code, and each language's catalogue as the text of a module. */
export interface Words {
  readonly hub: Hub;
  readonly catalogue: (name: Catalogue, locale: string) => string;
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
    catalogue: (name, locale) =>
      files.get(resolve(GENERATED, `${OWNERS[name]}.${OWNERS[name]}.${locale}.compiled.js`)) ?? '',
  };
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
      if (LOADER.test(id)) return `\0${MODULE}`;
      return id.startsWith(`${MODULE}/`) ? `\0${id}` : null;
    },
    async load(id) {
      if (id === `\0${MODULE}`) return isPage ? pageModule() : backgroundModule();
      const [, name, locale] = CATALOGUE.exec(id) ?? [];
      return locale === undefined ? null : (await compiled).catalogue(name as Catalogue, locale);
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
import { pickLocale } from '${resolve(ROOT, 'lib/words/pick-locale.ts')}';
import { LOCALES } from '${resolve(ROOT, 'lib/words/locales.ts')}';
const locale = pickLocale(navigator.languages, LOCALES);
`;

/** A page takes both catalogues: its own words, and those that it shares with the background. */
function pageModule(): string {
  const loaders = LOCALES.map(
    (locale) =>
      `'${locale}': () => Promise.all([import('${MODULE}/words-panel-${locale}'), import('${MODULE}/words-core-${locale}')])`,
  );
  return `${HEAD}
const [panel, core] = await ({${loaders.join(',')}})[locale]();
const runtimes = { panel: toRuntime(panel, locale), core: toRuntime(core, locale) };
export const getRuntime = (id) => (id === 'core' ? runtimes.core : runtimes.panel);
export const getRuntimeRx = getRuntime;`;
}

function backgroundModule(): string {
  const imports = LOCALES.map((locale, at) => `import * as c${at} from '${MODULE}/words-core-${locale}';`);
  const entries = LOCALES.map((locale, at) => `'${locale}': c${at}`);
  return `${imports.join('\n')}${HEAD}
const core = toRuntime({${entries.join(',')}}[locale], locale);
export const getRuntime = () => core;
export const getRuntimeRx = getRuntime;`;
}
