import { foldForFind } from '../find-text';

/** Words that say nothing of what is asked, in the languages most pages are in; none that says something in another. */
const EMPTY = new Set(
  (
    'a an the this that these those is are was were be been do does did has have had can could will would should may might ' +
    'must to of in on at by for from with about into over under than then and or but if so as it its he she they we you ' +
    'i me my your their our who whom whose what which when where why how much many there here not no yes any some all ' +
    'page text article please tell say says explain der das ein eine und oder ist sind war wird wer wie wo wann ' +
    'warum von zu mit auf fur im am den dem des le la les un une et ou est sont qui que quoi quand pourquoi de du ' +
    'dans pour el los las una y o es quien cuando como donde por para en con'
  ).split(' '),
);
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const ENDING = /(?:ations?|ingly|ments?|ness|ings?|edly|ies|ied|ers?|est|ed|es|en|ly|s|e|y)$/;
const SECOND_ENDING = /(?:er|ing|ed|s|i|y|e)$/;
const LONGEST_STEM = 7;
const GRAM = 4;

/** The words of a text as they are compared, without those that say nothing; case and marks make no difference. */
export function wordsOf(text: string): readonly string[] {
  return (foldForFind(text).match(WORD) ?? []).filter((word) => !EMPTY.has(word));
}

/** What of a word is compared: it without its endings, in scripts without spaces its pairs of letters. */
export function termsOfWord(word: string): readonly string[] {
  if (!UNSPACED.test(word)) return [stem(word)];
  return Array.from({ length: Math.max(1, word.length - 1) }, (_, at) => word.slice(at, at + 2));
}

/** Pieces of four letters of a word, which its forms, its compounds and other spellings share. */
export function gramsOfWord(word: string): readonly string[] {
  if (word.length < GRAM || UNSPACED.test(word)) return [];
  const marked = `_${word}_`;
  return Array.from({ length: marked.length - GRAM + 1 }, (_, at) => marked.slice(at, at + GRAM));
}

/** A word without its endings, in the spelling that forms of English share. */
export function stem(word: string): string {
  const spelled = word
    .replace(/([bt])re(s?)$/, '$1er$2')
    .replace(/our/g, 'or')
    .replace(/is(e[ds]?|ing|ation)$/, 'iz$1')
    .replace(/ll(ed|ing)$/, 'l$1');
  if (spelled.length <= 4) return spelled.length === 4 ? spelled.replace(/s$/, '') : spelled;
  const shorter = spelled.replace(ENDING, '');
  return (shorter.length > 5 ? shorter.replace(SECOND_ENDING, '') : shorter).slice(0, LONGEST_STEM);
}
