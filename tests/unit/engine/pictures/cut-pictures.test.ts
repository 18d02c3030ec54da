import { describe, expect, test } from 'vitest';
import { createPictureCutter, type Cut } from '../../../../lib/engine/pictures/cut-pictures';
import { readPicture } from '../../../support/read-picture';
import { cutAnywhere, seeded } from '../../../support/random';

const PNG = readPicture('photo.png');
const URL_OF = `data:image/png;base64,${PNG}`;

/** What is cut out of a text that comes in pieces; neighbouring texts joined, `coming` left out. */
function cutsOf(pieces: readonly string[], maxData?: number): readonly Cut[] {
  const cutter = createPictureCutter(maxData);
  const joined: Cut[] = [];
  for (const cut of [...pieces.flatMap((piece) => cutter.push(piece)), ...cutter.flush()]) {
    const last = joined.at(-1);
    if (cut.type === 'coming') continue;
    if (cut.type === 'text' && last?.type === 'text') {
      joined[joined.length - 1] = { type: 'text', text: last.text + cut.text };
    } else joined.push(cut);
  }
  return joined;
}

const text = (words: string): Cut => ({ type: 'text', text: words });
const picture = (more: object = {}): Cut => ({
  type: 'picture',
  data: PNG,
  place: 'address',
  cut: false,
  ...more,
});

const CASES: readonly (readonly [name: string, source: string, cuts: readonly Cut[]])[] = [
  ['an image', `A ![x](${URL_OF}) B`, [text('A ![x]('), picture(), text(') B')]],
  ['in angles', `![x](<${URL_OF}>)`, [text('![x](<'), picture({ place: 'angled' }), text('>)')]],
  ['a definition', `[x]: ${URL_OF}\nB`, [text('[x]: '), picture({ place: 'definition' }), text('\nB')]],
  ['amid words', `See ${URL_OF} there`, [text('See '), picture({ place: 'bare' }), text(' there')]],
  ['alone', URL_OF, [picture({ place: 'bare' })]],
  ['two', `![](${URL_OF})![](${URL_OF})`, [text('![]('), picture(), text(')![]('), picture(), text(')')]],
  ['with a title', `![x](${URL_OF} "t")`, [text('![x]('), picture(), text(' "t")')]],
  [
    'with a parameter',
    `![x](DATA:image/svg+xml;charset=utf-8;BASE64,${PNG})`,
    [text('![x]('), picture(), text(')')],
  ],
  ['cut off', `![x](${URL_OF}`, [text('![x]('), picture({ cut: true })]],
  [
    'too short',
    '![x](data:image/png;base64,iVBORw0KGgo...)',
    [text('![x](data:image/png;base64,iVBORw0KGgo...)')],
  ],
  ['words about it', 'A data: URL, data:image/png, and data', [text('A data: URL, data:image/png, and data')]],
  ['another type', `![x](data:text/html;base64,${PNG})`, [text(`![x](data:text/html;base64,${PNG})`)]],
  ['in the middle of a word', `meta${URL_OF}`, [text(`meta${URL_OF}`)]],
  ['inline code', `\`${URL_OF}\``, [text(`\`${URL_OF}\``)]],
  [
    'a code block',
    `\`\`\`html\n<img src="${URL_OF}">\n\`\`\``,
    [text(`\`\`\`html\n<img src="${URL_OF}">\n\`\`\``)],
  ],
  [
    'after a code block',
    `- ~~~~\n  a\n  ~~~\n  ~~~~\n![x](${URL_OF})`,
    [text('- ~~~~\n  a\n  ~~~\n  ~~~~\n![x]('), picture(), text(')')],
  ],
  ['an open code block', `> \`\`\`\n> ![x](${URL_OF})`, [text(`> \`\`\`\n> ![x](${URL_OF})`)]],
];

describe('a picture as data', () => {
  test.each(CASES)('%s, in every two pieces and in single characters', (_name, source, cuts) => {
    expect(cutsOf([source])).toEqual(cuts);
    expect(cutsOf([...source])).toEqual(cuts);
    for (let at = 1; at < source.length; at++)
      expect(cutsOf([source.slice(0, at), source.slice(at)])).toEqual(cuts);
  });

  test('in pieces of any size', () => {
    const source = CASES.map(([, one]) => one).join('\n\n');
    const whole = cutsOf([source]);
    for (let seed = 0; seed < 60; seed++) {
      expect(cutsOf(cutAnywhere(source, 1 + (seed % 40), seeded(seed)))).toEqual(whole);
    }
  });

  test('with more data than is taken is dropped, and what follows is not', () => {
    expect(cutsOf([`![x](${URL_OF}) B`], 50)).toEqual([text('![x]('), picture({ data: null }), text(') B')]);
  });

  test('is told of while it comes, and other text is not held up', () => {
    const cutter = createPictureCutter();
    expect(cutter.push('and the hard')).toEqual([text('and the hard')]);
    expect(cutter.push(' d')).toEqual([text(' ')]);
    expect(cutter.push('og ![x](')).toEqual([text('dog ![x](')]);
    expect(cutter.push(URL_OF.slice(0, 90))).toEqual([{ type: 'coming' }]);
    expect(cutter.push(URL_OF.slice(90, 95))).toEqual([{ type: 'coming' }]);
  });

  test('of megabytes costs little, and so does text that is full of beginnings', () => {
    const big = `![x](data:image/png;base64,${PNG.replaceAll('=', '').repeat(30_000)})`;
    const start = performance.now();
    cutsOf(cutAnywhere(big, 2_000, seeded(1)));
    cutsOf(cutAnywhere('data:image/png;'.repeat(20_000), 50, seeded(2)));
    cutsOf(['(data:image/'.repeat(50_000)]);
    cutsOf(['> '.repeat(50_000), 'data:']);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});
