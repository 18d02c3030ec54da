// What the training needs of the reader; bundled, since Node does not resolve the reader's imports.
export { featuresOf } from '../../lib/page/reader/block-features';
export { chooseByChance } from '../../lib/page/reader/choose-blocks';
export { pageFacts } from '../../lib/page/reader/page-facts';
export { replayPage } from './replay-page';
