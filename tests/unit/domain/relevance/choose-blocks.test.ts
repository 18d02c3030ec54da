import { describe, expect, test } from 'vitest';
import { blockTokens } from '../../../../lib/domain/budget';
import { chooseBlocks, moreBlocks } from '../../../../lib/domain/relevance/choose-blocks';
import { rankBlocks } from '../../../../lib/domain/relevance/rank-blocks';
import { block } from '../../../support/rows';

const heading = (id: string, text: string) => block(id, text, { kind: 'heading' });
const filler = (id: string, section: string) =>
  block(id, `Here stands something else about ropes, tides and the weather, ${id}.`, { headings: [section] });
const blocks = [
  heading('b1', 'Harbour Bridge'),
  block('b2', 'A bridge over the harbour.'),
  ...Array.from({ length: 30 }, (_, index) => filler(`b${index + 3}`, 'Log')),
  heading('b40', 'Opening'),
  block('b41', 'The mayor opened it on 19 March 1932.', { headings: ['Opening'] }),
  ...Array.from({ length: 30 }, (_, index) => filler(`b${index + 42}`, 'Diary')),
  heading('b80', 'Tolls'),
  block('b81', 'Crossing costs four dollars.', { headings: ['Tolls'] }),
];
const idsFor = (question: string, tokens = 150) => chooseBlocks(blocks, question, tokens).map(({ id }) => id);

describe('choosing blocks', () => {
  test('takes what a question asks for wherever it stands, with its heading and the beginning', () => {
    expect(idsFor('Who opened the bridge?')).toEqual(expect.arrayContaining(['b1', 'b2', 'b40', 'b41']));
    expect(idsFor('How much does a crossing cost?')).toEqual(expect.arrayContaining(['b80', 'b81']));
  });

  test('keeps to the room and to the order of the page, and takes all where all fits', () => {
    const chosen = chooseBlocks(blocks, 'opening', 200);
    expect(chosen.reduce((sum, each) => sum + blockTokens(each), 0)).toBeLessThanOrEqual(200);
    expect(chosen).toEqual(blocks.filter((each) => chosen.includes(each)));
    expect(chooseBlocks(blocks, 'opening', 1e6)).toBe(blocks);
  });

  test('takes the beginnings of sections where the question has nothing to do with the page', () => {
    expect(idsFor('Summarise')).toEqual(expect.arrayContaining(['b1', 'b2', 'b41', 'b81']));
  });

  test('takes what is selected before all', () => {
    const picked = [block('b0', 'Picked.', { selected: true }), ...blocks];
    expect(chooseBlocks(picked, 'tolls', 40)[0]?.id).toBe('b0');
  });

  test('takes what the user chose before what it finds itself, as far as there is room', () => {
    const ids = chooseBlocks(blocks, 'Who opened the bridge?', 150, ['b70', 'b71']).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['b70', 'b71', 'b41']));
    expect(chooseBlocks(blocks, 'Who opened it?', 25, ['b70', 'b71']).map(({ id }) => id)).toEqual(['b70']);
  });

  test('adds to a later question what it needs and did not go, and nothing otherwise', () => {
    const sent = new Set(idsFor('Who opened the bridge?', 60));
    expect(moreBlocks(blocks, sent, 'How much does a crossing cost?', 60).map(({ id }) => id)).toContain('b81');
    expect(moreBlocks(blocks, sent, 'Who opened it, the mayor?', 60).map(({ id }) => id)).not.toContain('b41');
    expect(moreBlocks(blocks, sent, 'Thanks!', 60)).toEqual([]);
  });
});

describe('ranking blocks', () => {
  const best = (question: string, ...texts: readonly string[]) => {
    const filled = [...texts, ...Array.from({ length: 8 }, (_, index) => `Of ropes and tides, ${index}.`)];
    const scores = rankBlocks(
      filled.map((text, index) => block(`b${index}`, text)),
      question,
    );
    return filled[scores.indexOf(Math.max(...scores))];
  };

  test('finds what says the same in other words, in another spelling or in parts of words', () => {
    expect(best('Who made this game?', 'A game.', 'Weather.', 'Developer: Acme')).toBe('A game.');
    expect(best('Who made it?', 'Weather.', 'Fog.', 'Developer: Acme')).toBe('Developer: Acme');
    expect(best('Why eat fibre?', 'Weather.', 'Fog.', 'Fiber keeps one well.')).toBe('Fiber keeps one well.');
    expect(best('Wie hoch ist die Hafengebühr?', 'Wetter.', 'Nebel.', 'Gebühren: 4 Euro')).toBe(
      'Gebühren: 4 Euro',
    );
  });

  test('takes a block that has all of a question before one that has a part of it often', () => {
    const all = 'A fence needs a permit.';
    expect(best('permit for a fence', 'Permit, permit, permit.', 'Weather.', 'Fog.', all)).toBe(all);
  });

  test('reads a page of half a million characters in well under a tenth of a second of processor time', () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      block(`b${index}`, `Paragraph ${index} tells of ropes, tides and harbour ${'weather and fees '.repeat(8)}.`),
    );
    expect(many.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(500_000);
    const times = Array.from({ length: 3 }, (_, round) => {
      const begun = process.cpuUsage();
      rankBlocks(
        many.map((one) => ({ ...one })),
        `What is the fee of harbour ${round}?`,
      );
      return process.cpuUsage(begun).user / 1000;
    });
    // Several times what it takes (about 40 ms), for slow machines.
    expect(Math.min(...times)).toBeLessThan(250);
  });

  test('finds forms of a word, and pairs of letters where none are spaced', () => {
    const [first = 0, second = 0] = rankBlocks(
      [block('b1', 'It was opened.'), block('b2', 'Nothing.')],
      'opening',
    );
    expect(first).toBeGreaterThan(second);
    const [one = 0, other = 0] = rankBlocks(
      [block('b1', '橋は一九三二年に開通した。'), block('b2', '天気は晴れ。')],
      '開通はいつ',
    );
    expect(one).toBeGreaterThan(other);
  });
});
