/** Names of functions that models write without their backslash. */
const FUNCTIONS = new Set(
  'log ln lg sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh exp min max sup inf mod gcd lcm lim det dim ker deg arg tr rank sgn'.split(
    ' ',
  ),
);
/** Words that a formula has only inside \text. */
const FILLERS = new Set(
  'the is are was to for with from then than but per that this it you we they as at by not if when costs'.split(
    ' ',
  ),
);

/** Words that are meant to be read as words: those in \text{…} and its like, and names of environments. */
const WORDS_IN_COMMAND =
  /\\(?:text[a-z]*|math(?:rm|bf|it|sf|tt|ord)|operatorname\*?|[mhf]box|begin|end|tag\*?|color|ce|unit|si)[ \t]*\{[^{}]*\}/g;
const STRUCTURE = /[\\^_{}]/;
const OPERATOR = /[=<>+*|≤≥≠≈≡∈∉⊂⊆∪∩∀∃∑∏∫√∞×÷±→⇒⇔−·∂∇]/u;
const STARTS_AS_AMOUNT = /^[\d.,]*\d/;
const FOREIGN_LETTER = /(?![\p{Script=Greek}])[^\P{L}\u0000-\u007f]/u;
const BARE_WORD = /^["'(“‘]*(\p{L}[\p{L}'’-]*\p{L})["'”’),.;:!?…]*$/u;

/**
 * Whether what stands between two delimiters is a sentence's words rather than a formula: `5 and 10` of "costs $5
 * and 10$". One word alone is a formula (`$ABC$`), words beside an operator are (`$speed = way / time$`), except
 * where it starts as an amount does. It is read from left to right and never reconsidered, so that what has been
 * shown as prose while it was written stays prose. `unfinished`: the last word may go on.
 */
export function readsAsProse(tex: string, unfinished = false): boolean {
  const bare = tex.replace(WORDS_IN_COMMAND, ' \\ ').trimStart();
  const tokens = bare.split(/\s+/);
  // Of `5 an` it is not known yet whether it ends in a word.
  const last = unfinished ? (tokens.pop() ?? '') : '';
  const isAmount = STARTS_AS_AMOUNT.test(bare);
  let isFormula = false;
  let hasWord = false;
  for (const [index, token] of tokens.entries()) {
    // First, as it was asked of the token while it was the last one.
    if (isAmount && FOREIGN_LETTER.test(token)) return true;
    if (STRUCTURE.test(token)) return false;
    isFormula ||= OPERATOR.test(token);
    const word = bareWord(token);
    if (word !== null && (isAmount || FILLERS.has(word))) return index > 0 || tokens.length > 1;
    hasWord ||= word !== null;
    if (hasWord && index > 0 && !isFormula) return true;
  }
  return isAmount && FOREIGN_LETTER.test(last);
}

/** A token's word in lower case, if it is nothing but one that a formula would not have. */
function bareWord(token: string): string | null {
  const word = BARE_WORD.exec(token)?.[1];
  if (word === undefined || FUNCTIONS.has(word) || /^[A-Z]{2,3}$/.test(word)) return null;
  return word.toLowerCase();
}
