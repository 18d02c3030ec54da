import { blockTokens } from './budget';
import type { SnapshotId } from './ids';
import { chosenBlocks, type PageSnapshot } from './page';

/** What of a page goes: all of it, some of it, what is selected on it with the rest or alone. */
export type PagePart = 'page' | 'some' | 'page-and-selection' | 'selection';

/** What a panel shows of a page before it goes. */
export interface PagePreview {
  readonly snapshotId: SnapshotId;
  readonly title: string;
  readonly url: string;
  readonly part: PagePart;
  /** Whether something is selected on the page. */
  readonly hasSelection: boolean;
  /** Blocks that were not left out, and about how many tokens they have together, whatever a model has room for. */
  readonly blocks: number;
  readonly tokens: number;
  readonly notes: readonly string[];
}

/** Sums up what of a page goes. */
export function previewOf(page: PageSnapshot): PagePreview {
  const { id: snapshotId, title, url, notes } = page;
  const chosen = chosenBlocks(page);
  return {
    snapshotId,
    title,
    url,
    part: partOf(page),
    hasSelection: page.blocks.some(isSelected),
    blocks: chosen.length,
    tokens: chosen.reduce((sum, block) => sum + blockTokens(block), 0),
    notes,
  };
}

/** The ids to leave out so that only what is selected goes. */
export function allButSelection({ blocks }: Pick<PageSnapshot, 'blocks'>): readonly string[] {
  return blocks.filter((block) => !isSelected(block)).map(({ id }) => id);
}

function partOf(page: PageSnapshot): PagePart {
  const chosen = chosenBlocks(page);
  const selected = chosen.filter(isSelected).length;
  if (selected > 0 && selected === chosen.length) return 'selection';
  if (chosen.length < page.blocks.length) return 'some';
  return selected > 0 ? 'page-and-selection' : 'page';
}

function isSelected({ selected }: { readonly selected?: boolean }): boolean {
  return selected === true;
}
