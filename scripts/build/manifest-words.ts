import { resolve } from 'node:path';
import { LOCALES } from '../../lib/words/locales.ts';
import { readTranslations } from './words-storage.ts';

/** What the browser says of Aside before any of its pages is open: the names in the manifest, and their English. */
export const MANIFEST_WORDS = {
  extension_name: 'Aside',
  extension_description:
    'Ask about the page in front of you: with your own key, your own local model, or no key at all.',
  action_title: 'Open Aside',
  command_ask_selection: 'Ask about the selection',
} as const;

/** A file of the build. */
interface MadeFile {
  readonly relativeDest: string;
  readonly contents: string;
}

const WORDS = resolve(import.meta.dirname, '../../lib/words');

/** `_locales/<language>/messages.json` in every language, from the translations of everything else. */
export async function manifestWords(): Promise<readonly MadeFile[]> {
  return Promise.all(
    LOCALES.map(async (locale) => {
      const translations = locale === LOCALES[0] ? {} : await readTranslations(WORDS, locale);
      const messages = Object.entries(MANIFEST_WORDS).map(([name, english]) => {
        const translated = translations[english];
        return [name, { message: typeof translated === 'string' ? translated : english }] as const;
      });
      return {
        relativeDest: `_locales/${folderOf(locale)}/messages.json`,
        contents: `${JSON.stringify(Object.fromEntries(messages), null, 2)}\n`,
      };
    }),
  );
}

/** Browsers name a language's folder by its region, not by its script. */
function folderOf(locale: string): string {
  const { language, script, region } = new Intl.Locale(locale);
  if (script === undefined) return region === undefined ? language : `${language}_${region}`;
  return `${language}_${new Intl.Locale(locale).maximize().region ?? script}`;
}
