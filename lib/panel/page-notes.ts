import { plural } from '../words/plural';

/** What a page's reader notes, as it writes it and as it is stored, and the same in the interface's language. */
const KNOWN: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/^The page is empty\.$/, () => 'The page is empty.'],
  [/^The page shows no text\.$/, () => 'The page shows no text.'],
  [/^The page is very large: /, () => 'The page is very large: only its first part was read.'],
  [/^The page shows nothing yet: /, () => 'The page shows nothing yet: this is the text that it holds back.'],
  [
    /^The page shows nothing: this is its version/,
    () => 'The page shows nothing: this is its version for browsers without scripts.',
  ],
  [/^The page is drawn as a picture/, () => 'The page is drawn as a picture (canvas) and has no text.'],
  [
    /^These are the title and the description/,
    () => 'These are the title and the description that it gives of itself.',
  ],
  [/^The page could not be read: (.*)$/s, (reason) => `The page could not be read: ${reason}`],
  [
    /^(\d+) frames? of another site /,
    (count) =>
      plural(Number(count), [
        '1 frame of another site could not be read.',
        '# frames of another site could not be read.',
      ]),
  ],
  [
    /^(\d+) hidden pieces? of text /,
    (count) => plural(Number(count), ['1 hidden piece of text left out.', '# hidden pieces of text left out.']),
  ],
];

/** A note of a page's reader in the interface's language; one that is not known stays as it is. */
export function sayPageNote(note: string): string {
  for (const [pattern, say] of KNOWN) {
    const match = pattern.exec(note);
    if (match !== null) return say(match[1] ?? '');
  }
  return note;
}
