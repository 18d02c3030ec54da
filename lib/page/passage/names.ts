/** The name under which the highlighter leaves its function in our world of a tab. */
export const PASSAGE_FUNCTION = 'asideShowPassage';

/** Name of our highlight for `::highlight()`. */
export const HIGHLIGHT_NAME = 'aside-passage';
