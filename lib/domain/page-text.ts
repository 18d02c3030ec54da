import { blockTokens } from './budget';
import { cleanText } from './clean-text';
import { pageRoom } from './model-budget';
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

/** Makes the texts of the pages of a prompt of `budgetTokens`: a page may take a part of what those before it leave. */
export function createPageTexts(budgetTokens: number): PageTexts {
  const went = new Map<PageSnapshot, Set<string>>();
  const rooms = new Map<PageSnapshot, number>();
  let left = budgetTokens;
  const take = (blocks: readonly Block[]): void => {
    left -= blocks.reduce((sum, block) => sum + blockTokens(block), 0);
  };
  const sent = (page: PageSnapshot): Set<string> => went.get(page) ?? new Set();
  return {
    sent,
    first(page, question) {
      const room = pageRoom(left);
      rooms.set(page, room);
      const kept = chooseBlocks(chosenBlocks(page), question, room, page.kept);
      take(kept);
      went.set(page, new Set(kept.map(({ id }) => id)));
      return fenced(page, kept);
    },
    more(page, question) {
      const before = sent(page);
      const chosen = chosenBlocks(page);
      if (before.size >= chosen.length) return '';
      const room = Math.min((rooms.get(page) ?? 0) * MORE_SHARE, pageRoom(left));
      const more = moreBlocks(chosen, before, question, room);
      if (more.length === 0) return '';
      take(more);
      for (const { id } of more) before.add(id);
      const fence = `page-${page.fence}`;
      return [`<${fence}>`, '(More blocks of this page.)', ...more.map(blockLine), `</${fence}>`, '', ''].join(
        '\n',
      );
    },
  };
}

/** A page's text as a prompt of `budgetTokens` has it: block by block, each with its mark; of a long one what `question` needs. */
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
