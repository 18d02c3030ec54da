import { describe, expect, it } from 'vitest';
import { findPassage } from '../../../lib/page/passage/find-passage';
import { matchKey } from '../../../lib/domain/match-key';

const PAGE = [
  'The tower rises 41 metres above the rock, and its walls are two metres thick.',
  'Weight 310 g Brightness 300 lumen',
  'In 1923 the lamp was replaced. The tower rises again in the story of the fire.',
  'この小屋は標高二千三百メートルにあり、毎年六月から十月まで営業しています。',
];
const key = matchKey(PAGE.join(' '));
const shown = (passage: { blockText: string; quote: string }): [string, boolean] | null => {
  const found = findPassage(key, passage);
  return found === null ? null : [key.slice(found.start, found.end), found.exact];
};

describe('findPassage', () => {
  it('prefers the occurrence inside the block', () => {
    const found = findPassage(key, { blockText: PAGE[2] ?? '', quote: 'The tower rises' });
    expect(found).toMatchObject({ start: key.indexOf('thetowerrisesagain'), exact: true });
  });

  it('matches table cells and list lines although the page has other separators', () => {
    expect(
      shown({ blockText: 'Weight | 310 g\nBrightness | 300 lumen', quote: 'Brightness | 300 lumen' }),
    ).toEqual(['brightness300lumen', true]);
  });

  it('shows the whole block where there is no quote', () => {
    expect(shown({ blockText: PAGE[1] ?? '', quote: '' })).toEqual(['weight310gbrightness300lumen', true]);
  });

  it('says that it is only similar when the page has changed', () => {
    const [text, exact] = shown({
      blockText: 'The tower rises 42 metres above the rock, and its walls are nearly two metres thick.',
      quote: 'its walls are nearly two metres thick',
    }) ?? ['', true];
    expect(text).toContain('wallsare');
    expect(exact).toBe(false);
  });

  it('finds similar text in scripts without spaces', () => {
    const quote = '標高二千五百メートルにあり、毎年六月から十月まで営業';
    expect(shown({ blockText: quote, quote })?.[1]).toBe(false);
    expect(shown({ blockText: quote, quote })?.[0]).toContain('毎年六月から十月');
  });

  it('does not take a short quote elsewhere for the passage', () => {
    expect(shown({ blockText: 'A block that this page has never had in it at all.', quote: '300' })?.[1]).toBe(
      false,
    );
  });

  it('misses what is not there', () => {
    const nothing = 'Penguins have been seen on the northern shore of the island since last spring.';
    expect(findPassage(key, { blockText: nothing, quote: 'Penguins have been seen' })).toBeNull();
  });

  const MUSEUMS = ['Harbour', 'Railway', 'Maritime'].map((name) => `${name} museum. Open from nine to five. `);
  const museumKey = matchKey(MUSEUMS.join(''));

  it('tells places of the same words apart by what stands round them', () => {
    const blockText = 'Open from nine to five.';
    for (const [index, before] of ['Harbour museum.', 'Railway museum.', 'Maritime museum.'].entries()) {
      const after = ['Railway museum.', 'Maritime museum.', ''][index] ?? '';
      const found = findPassage(museumKey, { blockText, quote: blockText, before, after });
      expect(found).toMatchObject({
        start: museumKey.indexOf(matchKey(before)) + matchKey(before).length,
        exact: true,
      });
    }
  });

  it('is sure of none of them where nothing tells them apart', () => {
    const blockText = 'Open from nine to five.';
    expect(findPassage(museumKey, { blockText, quote: '' })?.exact).toBe(false);
    expect(findPassage(museumKey, { blockText, quote: '', before: 'Gone.', after: 'Gone too.' })?.exact).toBe(
      false,
    );
  });

  it('prefers a text of its own to the same words in another', () => {
    const text = matchKey('All about opening hours. Opening hours');
    const edges = new Set([0, matchKey('All about opening hours.').length, text.length]);
    const found = findPassage(text, { blockText: 'Opening hours', quote: '' }, (at) => edges.has(at));
    expect(found).toMatchObject({ start: matchKey('All about opening hours.').length, exact: true });
  });
});
