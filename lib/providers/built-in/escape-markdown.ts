/** Punctuation that can start inline Markdown anywhere, in CommonMark and its usual extensions. */
const INLINE = /[\\`*_[\]<>&~$|^]/g;

/** What starts a block at the beginning of a line: headings, lists, underlines, containers. */
const LINE_START = /^[#+\-=:]/;
const LIST_NUMBER = /^\d+(?=[.)])/;

/**
 * Escapes page text so that any CommonMark renderer shows it unchanged, line by line. Line breaks become hard breaks;
 * white space at a line's edges, which a renderer would drop, becomes character references.
 * @param prefix Written before each further line, e.g. `> ` inside a block quote.
 */
export function escapeMarkdown(text: string, prefix = ''): string {
  return text.split('\n').map(escapeLine).join(`\\\n${prefix}`);
}

function escapeLine(line: string): string {
  const core = line.trim();
  const start = line.indexOf(core);
  const escaped = core
    .replace(INLINE, '\\$&')
    .replace(LINE_START, '\\$&')
    .replace(LIST_NUMBER, '$&\\')
    .replace(/\r/g, '&#13;');
  return (
    characterReferences(line.slice(0, start)) + escaped + characterReferences(line.slice(start + core.length))
  );
}

function characterReferences(space: string): string {
  return space.replace(/[^]/gu, (character) => `&#${character.codePointAt(0)};`);
}
