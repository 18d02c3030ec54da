import { pluralForms } from '../../lib/words/plural-forms.ts';
import type { Translations } from './words-storage.ts';

/** A text that the code says, and where. */
export interface WantedWord {
  /** In English; of a plural its forms, joined by line ends. */
  readonly text: string;
  readonly plural: boolean;
  readonly files: readonly string[];
}

/** Texts that may be the same in English and in another language: `*` in all of them. */
export type SameAsEnglish = Readonly<Record<string, readonly string[]>>;

/** Says what is wrong with a language's translations, a sentence each; empty where nothing is. */
export function wordProblems(
  locale: string,
  translations: Translations,
  wanted: readonly WantedWord[],
  same: SameAsEnglish,
): readonly string[] {
  const known = new Set(wanted.map(({ text }) => text));
  const mayBeSame = new Set([...(same['*'] ?? []), ...(same[locale] ?? [])]);
  return [
    ...wanted.flatMap((word) => problemsOf(word, translations[word.text], locale, mayBeSame)),
    ...Object.keys(translations)
      .filter((text) => !known.has(text))
      .map((text) => `${locale}: the code no longer says ${JSON.stringify(text)}.`),
  ];
}

function problemsOf(
  { text, plural, files }: WantedWord,
  translated: string | readonly string[] | undefined,
  locale: string,
  mayBeSame: ReadonlySet<string>,
): readonly string[] {
  const named = `${locale}: ${JSON.stringify(text)}`;
  if (translated === undefined) return [`${named} of ${files[0] ?? 'the manifest'} is missing.`];
  if (plural !== (typeof translated !== 'string'))
    return [`${named} is to be ${plural ? 'a list of forms' : 'one text'}.`];
  const english = plural ? text.split('\n') : [text];
  const forms = typeof translated === 'string' ? [translated] : translated;
  const count = pluralForms(locale).length;
  if (plural && forms.length !== count) return [`${named} is to have ${count} forms, and has ${forms.length}.`];
  const wanted = holesOf(english.at(-1) ?? '');
  const last = forms.at(-1) ?? '';
  return [
    ...(forms.some((form) => form.trim() === '') ? [`${named} has an empty text.`] : []),
    ...(forms.some((form) => holesOf(form).join() !== wanted.join())
      ? [`${named} is to have the holes ${wanted.join(' ') || '(none)'} in each text.`]
      : []),
    ...(plural && english.at(-1)?.includes('#') === true && !last.includes('#')
      ? [`${named} leaves out how many (#).`]
      : []),
    ...(forms.join('\n') === text && /\p{L}/u.test(text) && !mayBeSame.has(text)
      ? [`${named} is the same as in English: translate it, or put it into lib/words/same-as-english.json.`]
      : []),
  ];
}

/** The holes and marks of a text, in the order of their names: `{0}`, `{selection}`, `<0>`, `<1/>`. */
function holesOf(text: string): readonly string[] {
  return (text.match(/\{\w+\}|<\/?\d+\/?>/g) ?? []).toSorted();
}
