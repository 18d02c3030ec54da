/** Scripts written without spaces, whose runs are cut into pairs of characters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々]/u;
const RUN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々]+|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+/gu;

/** Pairs of Hiragana are almost all particles and endings: they say nothing. */
const HIRAGANA_PAIR = /^\p{Script=Hiragana}{1,2}$/u;

/** Letters of a word that are looked at: the rest of a longer one is no language. */
const LONGEST_WORD = 40;

/**
 * The words of a text, in order, in lower case: letters and digits apart, thousands separators removed, English
 * negations spelled out. Runs of a script without spaces come as overlapping pairs of characters.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\b(?:ca|wo|sha)n['’]t\b|n['’]t\b/g, ' not');
  for (const [run] of plain.matchAll(RUN)) {
    if (UNSPACED.test(run)) words.push(...pairsOf(run));
    else words.push(run.slice(0, LONGEST_WORD).replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, ''));
  }
  return words;
}

/** Folds accents away, after stemming: who asks for "Zurich" means "Zürich". */
export function foldAccents(word: string): string {
  if (/^[\x20-\x7e]*$/.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('œ', 'oe');
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return HIRAGANA_PAIR.test(run) ? [] : characters;
  const pairs: string[] = [];
  for (let index = 0; index + 1 < characters.length; index++) {
    const pair = `${characters[index]}${characters[index + 1]}`;
    if (!HIRAGANA_PAIR.test(pair)) pairs.push(pair);
  }
  return pairs;
}
