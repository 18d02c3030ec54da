import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { pluralForms } from '../lib/words/plural-forms.ts';
import { wordProblems, type SameAsEnglish, type WantedWord } from './build/check-words.ts';
import { compileWords } from './build/words.ts';
import { readTranslations, type Translations } from './build/words-storage.ts';

// `npm run words -- de` prints what German lacks, to be filled in; `npm run words -- de filled.json` takes that in.

/** What a translator gets and gives back. */
interface Sheet {
  readonly language: string;
  /** Kinds of count that the language tells apart: a plural's `to` has a text for each, in this order. */
  readonly forms: readonly string[];
  readonly words: readonly {
    readonly text: string;
    readonly in: string;
    readonly to: string | readonly string[];
  }[];
}

const FOLDER = 'lib/words';

const [locale, filled] = process.argv.slice(2);
if (locale === undefined) {
  console.error('Usage: npm run words -- <language> [<file that was filled in>]');
  process.exit(2);
}
const { wanted } = await compileWords();
const path = `${FOLDER}/${locale}.json`;
const known = existsSync(path) ? await readTranslations(FOLDER, locale) : {};
if (filled === undefined) console.log(JSON.stringify(sheetOf(locale, wanted, known), null, 2));
else await merge(locale, filled);

function sheetOf(language: string, words: readonly WantedWord[], translations: Translations): Sheet {
  const forms = pluralForms(language);
  return {
    language,
    forms,
    words: words
      .filter(({ text }) => translations[text] === undefined)
      .map(({ text, plural, files }) => ({
        text,
        in: files.join(', '),
        to: plural ? forms.map(() => '') : '',
      })),
  };
}

/** Takes what was filled in, drops what the code no longer says, and tells what is wrong or missing still. */
async function merge(language: string, from: string): Promise<void> {
  const { words } = JSON.parse(await readFile(from, 'utf8')) as Sheet;
  const given = new Map(words.filter(({ to }) => to.length > 0 && to[0] !== '').map(({ text, to }) => [text, to]));
  const translations: Record<string, string | readonly string[]> = {};
  for (const { text } of wanted) {
    const to = given.get(text) ?? known[text];
    if (to !== undefined) translations[text] = to;
  }
  await writeFile(path, `${JSON.stringify(translations, null, 2)}\n`);
  const same = JSON.parse(await readFile(`${FOLDER}/same-as-english.json`, 'utf8')) as SameAsEnglish;
  const problems = wordProblems(language, translations, wanted, same);
  for (const problem of problems) console.log(problem);
  console.log(`${path} has ${Object.keys(translations).length} of ${wanted.length} texts.`);
  if (problems.length > 0) process.exitCode = 1;
}
