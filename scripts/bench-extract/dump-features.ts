import { createBudget } from '../../lib/page/dom/budget';
import { featuresOf } from '../../lib/page/reader/block-features';
import { gatherPage } from '../../lib/page/reader/gather-page';

/** Runs in a page: every block's text with its features, for the training. */
export function dumpFeatures(): { texts: string[]; features: number[][] } {
  const { blocks, main } = gatherPage(document, createBudget(10_000, 5_000_000));
  return { texts: blocks.map((block) => block.text), features: featuresOf(blocks, main) };
}

Reflect.set(globalThis, 'asideDump', dumpFeatures);
