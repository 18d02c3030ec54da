import { foldForFind } from '../find-text';

/** Words that stand with a capital for other reasons than being a name. */
const NO_NAMES = new Set(
  (
    'i january february march april may june july august september october november december monday tuesday wednesday ' +
    'thursday friday saturday sunday the a an this that these those it its he she they we you in on at by for from of ' +
    'to as and or but if when while where after before during since until although because however according there ' +
    'here what who why how which yes no not also both all some most many more each every another other one two three ' +
    'its their his her our your my is are was were be been has have had do does did can could will would should may ' +
    'might must page note source figure table answer question summary key overall finally first second third then ' +
    'thus so instead besides moreover meanwhile english french german spanish'
  ).split(' '),
);
/** A language that writes every noun with a capital. */
const GERMAN = /(?:^|\s)(?:der|die|das|und|ist|nicht|ein|eine|wird|wurde|sich|auch)(?=\s)/gi;
const CAPITAL = /^\p{Lu}/u;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
const WORD = /\p{L}[\p{L}\p{M}'’.&-]*/gu;

/**
 * The words of a text that are likely names, as far as capitals tell: none in scripts without them, none in German, and
 * at a sentence's start only where another follows.
 */
export function namesIn(text: string): readonly string[] {
  if ((text.match(GERMAN)?.length ?? 0) >= 2) return [];
  const words = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    word: word.replace(/['’]s?$|[.'’&-]+$/g, ''),
    starts: /(?:^|[.!?:•–—"“„«(]|\n)\s*[*_]*$/.test(text.slice(Math.max(0, index - 4), index)),
  }));
  // In a heading, or in shouting, capitals say nothing.
  const capitals = words.filter(({ word }) => CAPITAL.test(word)).length;
  if (words.length >= 4 && capitals / words.length > 0.7) return [];
  const names = words.filter(({ word, starts }, index) => {
    if (!CAPITAL.test(word) || word.length < 2 || NO_NAMES.has(word.toLowerCase())) return false;
    const next = words[index + 1];
    return !starts || (next !== undefined && CAPITAL.test(next.word) && !next.starts);
  });
  return [...new Set(names.map(({ word }) => word))];
}

/** Whether a text has a name: the word, a form of it, its parts where it is a compound, or the words it abbreviates. */
export function knowsName(text: string, name: string): boolean {
  const script = SCRIPTS.find((each) => each.test(name));
  // What is written in another script has other names for everything.
  if (script !== undefined && !script.test(text)) return true;
  const words = foldForFind(text).match(/[\p{L}\d]+/gu) ?? [];
  const parts = foldForFind(name).match(/[\p{L}\d]+/gu) ?? [];
  const known = parts.every((part) => words.some((word) => isFormOf(part, word)));
  if (known) return true;
  const isAcronym = /^\p{Lu}[\p{Lu}.]+$/u.test(name);
  return isAcronym ? initialsIn(text).includes(parts.join('')) : words.some((word) => word === parts.join(''));
}

function isFormOf(one: string, other: string): boolean {
  if (one === other) return true;
  const length = Math.min(one.length, other.length);
  if (length < 4) return false;
  const same = Math.max(4, Math.ceil(Math.max(one.length, other.length) * 0.6));
  return one.slice(0, same) === other.slice(0, same);
}

/** The initials of words with capitals in a row, so that `WHO` is known where its words are. */
function initialsIn(text: string): string {
  const capitalised = text.match(/\p{L}[\p{L}'’-]*/gu)?.filter((word) => CAPITAL.test(word)) ?? [];
  return capitalised.map((word) => word[0]?.toLowerCase() ?? '').join('');
}
