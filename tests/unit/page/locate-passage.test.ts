import { describe, expect, test } from 'vitest';
import { locatePassage, textFragmentUrl } from '../../../lib/page/locate-passage';
import type { SeekOutcome } from '../../../lib/page/passage/seek-passage';

const URL = 'https://example.com/a#part';
const PASSAGE = { blockText: 'The bridge opened in 1932.', quote: '' };

interface World {
  readonly at?: readonly number[];
  readonly reaches?: boolean;
  readonly urls?: Readonly<Record<number, string>>;
  /** Part of the addresses that are never to be read. */
  readonly never?: string;
}

/** A browser whose tabs answer with these outcomes; a tab that is not among them is closed. */
function browserWith(
  tabs: Readonly<Record<number, SeekOutcome>>,
  { at = [], reaches = true, urls = {}, never = '-' }: World = {},
) {
  const log: string[] = [];
  const world = {
    tabs: {
      at: async () => at,
      urlOf: async (tabId: number) => urls[tabId] ?? null,
      activate: async (tabId: number) => void log.push(`activate ${tabId}`),
      open: async (url: string) => (log.push(`open ${url}`), 9),
      mayReach: async () => reaches,
    },
    show: async (tabId: number): Promise<SeekOutcome> => {
      const outcome = tabs[tabId];
      if (outcome === undefined) throw new Error('No tab with that id');
      return outcome;
    },
    isAllowed: async (url: string) => !url.includes(never),
  };
  const locate = (tabId: number | null, url = URL) => locatePassage({ tabId, url }, PASSAGE, world);
  return { log, locate };
}

describe('locatePassage', () => {
  test.each(['shown', 'similar', 'missing'] as const)(
    'shows it in the tab it was read from: %s',
    async (outcome) => {
      const { log, locate } = browserWith({ 1: outcome });
      expect(await locate(1)).toBe(outcome);
      expect(log).toEqual(['activate 1']);
    },
  );

  test('leaves a tab alone that went elsewhere, and takes another one with the page', async () => {
    const { log, locate } = browserWith({ 1: 'elsewhere', 2: 'shown' }, { at: [1, 2] });
    expect(await locate(1)).toBe('shown');
    expect(log).toEqual(['activate 2']);
  });

  test('opens a page again whose tab was closed, and looks for the passage in it', async () => {
    const { log, locate } = browserWith({ 9: 'shown' });
    expect(await locate(1)).toBe('reopened-shown');
    expect(log).toEqual([`open ${URL}`]);
  });

  test.each([
    ['similar', 'reopened-similar'],
    ['missing', 'reopened-missing'],
    ['elsewhere', 'reopened-missing'],
  ] as const)('says what became of it in a page opened again: %s', async (there, outcome) => {
    expect(await browserWith({ 9: there }).locate(null)).toBe(outcome);
  });

  test('lets the browser look for it where Aside may not', async () => {
    const { log, locate } = browserWith({}, { reaches: false });
    expect(await locate(1)).toBe('reopened');
    expect(log).toEqual(['open https://example.com/a#part:~:text=The%20bridge%20opened%20in%201932.']);
  });

  test('runs nothing on a site that its user wants never to be read', async () => {
    const own = browserWith({ 1: 'shown' }, { never: 'example.com' });
    expect(await own.locate(1)).toBe('reopened');
    const left = browserWith({ 1: 'shown', 9: 'shown' }, { never: 'bank', urls: { 1: 'https://bank.example/' } });
    expect(await left.locate(1)).toBe('reopened-shown');
  });

  test('opens no address but of the web', async () => {
    const { log, locate } = browserWith({});
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x']) {
      expect(await locate(1, url)).toBe('missing');
    }
    expect(log).toEqual([]);
  });
});

describe('textFragmentUrl', () => {
  test.each([
    ['Short-ish words', '#:~:text=Short%2Dish%20words'],
    ['One of them\nTwo of them', '#:~:text=One%20of%20them,Two%20of%20them'],
    ['Weight | 310 g', '#:~:text=Weight,310%20g'],
    ['a b c d e f g h i j k l m', '#:~:text=a%20b%20c%20d%20e,i%20j%20k%20l%20m'],
  ])('%j', (quote, fragment) => {
    expect(textFragmentUrl('https://a.example/', quote)).toBe(`https://a.example/${fragment}`);
  });

  test('keeps the fragment, but not an earlier directive', () => {
    expect(textFragmentUrl('https://a.example/#s:~:text=x', 'y')).toBe('https://a.example/#s:~:text=y');
  });
});
