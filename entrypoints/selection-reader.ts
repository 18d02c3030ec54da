import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readSelection } from '../lib/page/reader/read-selection';

// Like page-reader: the global name carries the result out.
export default defineUnlistedScript({ globalName: true, main: () => readSelection() });
