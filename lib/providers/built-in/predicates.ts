import { wordsOf } from './words';

/** Endings of verb forms by language; German is told by its small letters instead. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  en: /(?:ed|ing)$/,
  fr: /(?:er|ir|é|ée|és|ées|ait|ent)$/,
  es: /(?:ar|er|ir|ado|ada|ido|ida|aron|ieron|aba|ía|ó)$/,
  pt: /(?:ar|er|ir|ado|ada|ido|ida|aram|eram|iram|ava|ou|eu|iu)$/,
  it: /(?:are|ere|ire|ato|ata|ati|ate|ito|ita|uto|uta|ava|eva)$/,
  nl: /^ge.*(?:d|t|en)$/,
};

/** English verbs have no ending of their own; they follow a helper verb and, at most, a subject of two words. */
const ENGLISH_VERB =
  /\b(?:do|does|did|can|could|should|would|will|may|might|must|to)(?:n['’]t| not)?\s+(?:(?:i|you|we|they|he|she|it|one|people|(?:(?:the|a|an|my|your|his|her|its|our|their|this|that|most|some)\s+)\p{L}+|\p{Lu}?\p{L}+)\s+)?(\p{L}+)/giu;

/**
 * Words of a question that say what is done rather than what it is about. A page that answers often says that in words
 * of its own, so their lack tells little.
 * @param code BCP 47 primary subtag of the question's language.
 */
export function predicatesOf(question: string, code: string): ReadonlySet<string> {
  if (code === 'de') return germanPredicates(question);
  const ending = ENDINGS[code];
  const predicates = new Set(wordsOf(question).filter((word) => word.length > 3 && ending?.test(word) === true));
  if (code === 'en')
    for (const [, verb = ''] of question.matchAll(ENGLISH_VERB)) predicates.add(verb.toLowerCase());
  return predicates;
}

/** German nouns are capitalised: what is not, and is no function word, is a verb or an adjective. */
function germanPredicates(question: string): ReadonlySet<string> {
  return new Set(wordsOf([...question.matchAll(/(?<!\p{L})\p{Ll}\p{L}*/gu)].join(' ')));
}
