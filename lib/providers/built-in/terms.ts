import { baseForm } from './irregular-forms';
import type { Language } from './languages';
import { foldAccents, wordsOf } from './words';

/** The words of a text that carry meaning, stemmed and without accents, in order. */
export function termsOf(text: string, language: Language): string[] {
  const terms: string[] = [];
  for (const word of wordsOf(text)) {
    if (isContent(word, language)) terms.push(termOf(word, language));
  }
  return terms;
}

/** One word as a term. */
export function termOf(word: string, language: Language): string {
  const base = language.code === 'en' ? baseForm(americanSpelling(word)) : word;
  return foldAccents(language.stem(base));
}

/** Whether a word says something by itself: no function word, no lone letter. */
export function isContent(word: string, language: Language): boolean {
  return !language.stopWords.has(word) && !/^\p{Script=Latin}$/u.test(word);
}

function americanSpelling(word: string): string {
  if (word.length < 5) return word;
  return word
    .replace(/(?<=[bt])re(?=s?$)/, 'er')
    .replace(/(?<=[^aeiou])our(?=s|ed|ing|ful|ite|able|$)/, 'or')
    .replace(/(?<=[^aeiou]{1,2}|al|on|er)is(?=e[ds]?$|ing$|ation)/, 'iz')
    .replace(/ence$/, 'ense')
    .replace(/ll(?=ed$|ing$|er$)/, 'l');
}
