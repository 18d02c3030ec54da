import { foldForFind } from '../find-text';
import type { Block } from '../page';
import type { Claim } from './judge-claim';

const WORD = /[\p{L}\p{M}]{4,}|\p{N}{2,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}/gu;
/** What two forms of one word share of their beginning. */
const STEM = 5;
const LEAST_SHARE = 0.3;
const FEWEST = 2;

/** Whether a block has to do with what is said, by the words they share: enough to tell a citation from a mere number. */
export function isAbout({ text }: Pick<Claim, 'text'>, block: Block): boolean {
  const said = stemsOf(text);
  const told = stemsOf([block.text, ...block.headings].join('\n'));
  const shared = [...said].filter((stem) => told.has(stem)).length;
  return shared >= Math.min(FEWEST, said.size) && shared >= said.size * LEAST_SHARE && said.size > 0;
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(
    foldForFind(text)
      .match(WORD)
      ?.map((word) => word.slice(0, STEM)),
  );
}
