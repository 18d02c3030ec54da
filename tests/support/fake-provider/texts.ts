import { readPicture } from '../read-picture.ts';

/** The answers of the fake provider, constructed. */

export const PLAIN = 'The lighthouse was built in 1884.';

/** The beginning of an answer that does not end as it should. */
export const BEGUN = ['The lighthouse was ', 'built in'] as const;

export const LONG = Array.from(
  { length: 120 },
  (_, index) =>
    `Paragraph ${index + 1} says that the keeper lit the lamp at dusk and wound the clockwork twice a night.`,
).join('\n\n');

export const MARKDOWN = [
  '## The lighthouse',
  '',
  'It is **42 metres** high and *white*. See [the page](https://example.com/lighthouse).',
  '',
  '| part | height |',
  '|---|--:|',
  '| tower | 38 m |',
  '| lantern | 4 m |',
  '',
  '- [x] built',
  '- [ ] automated',
  '',
  '```ts',
  "const lamp = { colour: 'white', everySeconds: 15 };",
  '```',
  '',
  '> It still burns.',
].join('\n');

export const CHART = [
  'Visitors by year:',
  '',
  '```vega-lite',
  JSON.stringify(
    {
      mark: 'bar',
      encoding: {
        x: { field: 'year', type: 'ordinal' },
        y: { field: 'visitors', type: 'quantitative' },
      },
      data: {
        values: [
          { year: '2021', visitors: 1200 },
          { year: '2022', visitors: 3400 },
          { year: '2023', visitors: 5100 },
        ],
      },
    },
    null,
    2,
  ),
  '```',
  '',
  'It grew every year.',
].join('\n');

export const UNICODE = 'Grüße, Привет, 你好, שלום, नमस्ते 👩‍👩‍👧‍👦 🇫🇷 e\u0301 \u2028 𝕏 — “fin”.';

export const HOLD_TOKENS: readonly string[] = Array.from({ length: 10 }, (_, index) => `token-${index + 1} `);

/** One paragraph of 600 plain words, so that what is on the screen is what is stored, letter by letter. */
export function trickleTokens(tag: string): readonly string[] {
  return Array.from({ length: 600 }, (_, index) => `${index === 0 ? '' : ' '}${tag}-${index + 1}`);
}

/** Cuts a text into pieces of about a word, as models send them; never inside a surrogate pair. */
export function pieces(text: string): string[] {
  return text.match(/\s*\S{1,12}\s?/gu) ?? [];
}

/** An answer with a picture in it, as some models write it. */
export const PICTURE = `Here it is:\n\n![A sunset](data:image/png;base64,${readPicture('photo.png')})\n\nIt glows.`;
