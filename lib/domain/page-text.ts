import { cleanText } from './clean-text';
import { chosenBlocks, type Block, type PageSnapshot } from './page';
import { chooseBlocks, moreBlocks } from './relevance/choose-blocks';

/** The texts of pages in one prompt, and what of them went. */
export interface PageTexts {
  /** A page as the question that brings it has it. */
  first(page: PageSnapshot, question: string): string;
  /** What a later question needs more of it, with an empty line after it; empty where nothing. */
  more(page: PageSnapshot, question: string): string;
  /** Ids of the blocks of a page that went so far. */
  sent(page: PageSnapshot): ReadonlySet<string>;
}

/** Of a page's room, what each later question may add. */
const MORE_SHARE = 0.15;

/** Makes the texts of pages of which each may take `budgetTokens`. */
export function createPageTexts(budgetTokens: number): PageTexts {
  const went = new Map<PageSnapshot, Set<string>>();
  const sent = (page: PageSnapshot): Set<string> => went.get(page) ?? new Set();
  return {
    sent,
    first(page, question) {
      const kept = chooseBlocks(chosenBlocks(page), question, budgetTokens);
      went.set(page, new Set(kept.map(({ id }) => id)));
      return fenced(page, kept);
    },
    more(page, question) {
      const before = sent(page);
      const chosen = chosenBlocks(page);
      if (before.size >= chosen.length) return '';
      const more = moreBlocks(chosen, before, question, budgetTokens * MORE_SHARE);
      if (more.length === 0) return '';
      for (const { id } of more) before.add(id);
      const fence = `page-${page.fence}`;
      return [`<${fence}>`, '(More blocks of this page.)', ...more.map(blockLine), `</${fence}>`, '', ''].join(
        '\n',
      );
    },
  };
}

/** A page's text inside its fence, block by block, each with its mark; of a long one what `question` needs. */
export function pageText(page: PageSnapshot, budgetTokens: number, question = ''): string {
  return createPageTexts(budgetTokens).first(page, question);
}

function fenced(page: PageSnapshot, kept: readonly Block[]): string {
  const fence = `page-${page.fence}`;
  const chosen = chosenBlocks(page);
  const selected = kept.filter((block) => block.selected === true).map(({ id }) => `[${id}]`);
  const left = chosen.length - kept.length;
  const omitted = page.blocks.length - chosen.length;
  return [
    `<${fence}>`,
    `Title: ${cleanText(page.title).replace(/\s+/g, ' ')}`,
    `Address: ${page.url}`,
    ...(selected.length > 0 ? [`(The user selected ${selected.join(', ')} on this page.)`] : []),
    ...kept.map(blockLine),
    ...(omitted > 0 ? [`(The user left out ${omitted} of the ${page.blocks.length} blocks of this page.)`] : []),
    ...(left > 0 ? [`(${left} more blocks of this page did not fit.)`] : []),
    `</${fence}>`,
  ].join('\n');
}

/** A block with its mark, and with what its look says of it: that it is a heading, that one has to open it. */
function blockLine({ id, kind, text, collapsed }: Block): string {
  const closed = collapsed === true ? '(closed on the page) ' : '';
  return `[${id}] ${closed}${kind === 'heading' ? '# ' : ''}${cleanText(text)}`;
}
