/** Longest text that goes with a question, in UTF-16 units: about 100,000 tokens, half of what large models take. */
export const MOST_FILE_LENGTH = 400_000;

/** Largest file that is looked into at all, in bytes. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024;

/** Text longer than this many UTF-16 units, or of so many lines, becomes an attachment when it is pasted. */
export const LONG_PASTE_LENGTH = 2_000;
export const LONG_PASTE_LINES = 60;

/** Most files and pictures that go with one question. */
export const MOST_ATTACHMENTS = 20;
