import { readFile } from 'node:fs/promises';
import type { CatalogStorage, Item, StorageFactory } from 'wuchale';

/**
 * A language's translations: the text in the code to the same in that language. Of a plural the forms in the code are
 * joined by line ends, and the translation is a list of as many forms as that language tells apart.
 */
export type Translations = Readonly<Record<string, string | readonly string[]>>;

/** What was taken out of the code last, by the catalogue that it goes into. */
export const TAKEN = new Map<string, readonly Item[]>();

/** Reads `<folder>/<locale>.json`. */
export async function readTranslations(folder: string, locale: string): Promise<Translations> {
  return JSON.parse(await readFile(`${folder}/${locale}.json`, 'utf8')) as Translations;
}

/**
 * Translations as plain JSON, one file a language. What is in the code is read from the code at each build, so that
 * these files hold nothing but translations and change only when one does. Catalogues of different names are compiled
 * apart from the same files.
 */
export function wordsStorage(catalogue: string, folder = 'lib/words'): StorageFactory {
  return ({ locales, sourceLocale }): CatalogStorage => ({
    key: catalogue,
    files: [],
    save: ({ items }) => {
      TAKEN.set(catalogue, items);
    },
    async load() {
      const items = new Map<string, Item>();
      for (const locale of locales.filter((one) => one !== sourceLocale)) {
        for (const [source, translated] of Object.entries(await readTranslations(folder, locale))) {
          const isPlural = typeof translated !== 'string';
          const item: Item = items.get(source) ?? {
            translations: new Map([[sourceLocale, isPlural ? source.split('\n') : [source]]]),
            references: [],
            urlAdapters: [],
          };
          item.translations.set(locale, isPlural ? formsOf(translated) : [translated]);
          items.set(source, item);
        }
      }
      return { items: [...items.values()] };
    },
  });
}

/** A language with one form for all counts has it twice: a list of one would be compiled as a plain text. */
function formsOf(translated: readonly string[]): string[] {
  return translated.length === 1 ? [...translated, ...translated] : [...translated];
}
