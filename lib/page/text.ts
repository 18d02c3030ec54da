// Characters that show nothing but can carry text or turn it round: tag characters, the variation selectors
// supplement, bidi controls, soft hyphen, zero-width space, word joiner and its kin, byte order mark.
const UNSEEN =
  /[\u{E0000}-\u{E0FFF}\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u00AD\u200B\u2060-\u2064\uFEFF\u180E]/gu;
// Joiners shape emoji and several scripts, so one between two characters stays; a run of them is hidden data.
const JOINER_RUN = /[\u200C\u200D]{2,}/gu;
// One variation selector chooses the look of an emoji, a run of them is hidden data.
const SELECTOR_RUN = /[\uFE00-\uFE0F]{2,}/gu;
// Long enough to be a message; a flag's few tag characters are none.
const MESSAGE =
  /(?<![\u{1F3F4}\u{E0000}-\u{E0FFF}])[\u{E0000}-\u{E0FFF}]{4,}|[\u200B-\u200F\u2060-\u2064\uFEFF]{8,}|[\uFE00-\uFE0F]{4,}/gu;

/** Takes out the characters that a reader cannot see but a model would read. Visible text stays as it is. */
export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, '').replace(JOINER_RUN, '').replace(SELECTOR_RUN, '');
}

/** The messages that a text carries in characters that show nothing: what tag characters say, of others how many. */
export function unseenMessages(text: string): string[] {
  return Array.from(text.matchAll(MESSAGE), ([run]) => {
    const points = Array.from(run, (character) => character.codePointAt(0) ?? 0);
    const said = points.map((point) => String.fromCharCode(point - 0xe0000)).join('');
    return /^[ -~]+$/.test(said) ? said : `${points.length} characters`;
  });
}

/** Makes every run of white space one space, and none at the ends. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Squeezes each line and drops the empty ones; line breaks stay. */
export function squeezeLines(text: string): string {
  return text
    .split('\n')
    .map(squeeze)
    .filter((line) => line !== '')
    .join('\n');
}

/** The words of a text, lower case: runs of letters, digits and underscores. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}
