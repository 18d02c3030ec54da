import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { highlightPassage } from '../lib/page/passage/highlight-passage';
import { PASSAGE_FUNCTION } from '../lib/page/passage/names';

// A script from a file takes no arguments: this one leaves a function behind, in our own world of the tab.
export default defineUnlistedScript(() => {
  Reflect.set(globalThis, PASSAGE_FUNCTION, highlightPassage);
});
