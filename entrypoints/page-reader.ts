import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPage } from '../lib/page/reader/read-page';

// Run in a tab on demand; `scripting.executeScript` returns what main returns, which needs the global name.
export default defineUnlistedScript({ globalName: true, main: () => readPage() });
