import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { PASSAGE_FUNCTION } from '../lib/page/passage/names';
import { seekPassage, type PassageSearch } from '../lib/page/passage/seek-passage';

// A script from a file takes no arguments: this one leaves a function behind, in our own world of the tab.
export default defineUnlistedScript(() => {
  Reflect.set(globalThis, PASSAGE_FUNCTION, (search: PassageSearch) => seekPassage(search));
});
