import { LATIN_LANGUAGES, languageOf, type Language } from './languages';
import { wordsOf } from './words';

/** Letters looked at; more tell no more. */
const SAMPLE_LENGTH = 6000;

/** By how many of a text's function words, or by what share of all its words, another language must lead the declared one. */
const LEAD_WORDS = 2;
const LEAD_SHARE = 0.08;

const SCRIPTS: readonly (readonly [code: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];

/**
 * Tells a text's language by its script and, in Latin letters, by its function words.
 * @param declared BCP 47 tag that is believed unless the text clearly says otherwise; null where there is none.
 */
export function detectLanguage(text: string, declared: string | null): Language {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const script = scriptOf(sample);
  if (script !== null) {
    const sameScript = declared !== null && script === 'ru' && /^(uk|bg|sr|mk|be)\b/i.test(declared);
    return languageOf(sameScript ? declared : script);
  }
  const words = wordsOf(sample);
  const declaredLanguage = declared === null ? null : languageOf(declared);
  const lead = Math.max(LEAD_SHARE, LEAD_WORDS / Math.max(words.length, 1)) - Number.EPSILON;
  let best = declaredLanguage;
  let bestShare = declaredLanguage === null ? 0 : stopShare(words, declaredLanguage) + lead;
  for (const language of LATIN_LANGUAGES) {
    const share = stopShare(words, language);
    if (share > bestShare) [best, bestShare] = [language, share];
  }
  return best ?? languageOf('en');
}

function scriptOf(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [code, pattern] of SCRIPTS) {
    const share = (text.match(pattern)?.length ?? 0) / Math.max(letters, 1);
    if (share > (code === 'ja' ? 0.1 : 0.3)) return code;
  }
  return null;
}

function stopShare(words: readonly string[], language: Language): number {
  if (words.length === 0) return 0;
  return words.filter((word) => language.stopWords.has(word)).length / words.length;
}
