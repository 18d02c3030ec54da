import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { highlightPassage } from '../../../lib/page/passage/highlight-passage';
import { HIGHLIGHT_NAME } from '../../../lib/page/passage/names';
import { loadFixture } from './load-fixture';

let page: Document;
const highlighted = (within: Document = page): string[] =>
  [...(within.defaultView?.CSS.highlights.get(HIGHLIGHT_NAME) ?? [])].map(String);
const middle = (id: string): number => {
  const box = page.getElementById(id)?.getBoundingClientRect() ?? new DOMRect();
  return box.top + box.height / 2;
};

describe('highlightPassage', () => {
  beforeEach(async () => {
    page = await loadFixture('passages');
  });

  it('highlights a quote across inline elements', () => {
    const quote = 'words are bold and some are links, all in one sentence';
    expect(highlightPassage({ blockText: '', quote }, page)).toBe('shown');
    expect(highlighted()).toEqual([
      'words are ',
      'bo',
      'ld and ',
      'some ',
      'are',
      ' links',
      ', all in one\u00A0sentence',
    ]);
  });

  it('prefers the occurrence in the block it was quoted from, and scrolls it to the middle', async () => {
    const blockText = 'In winter: The ferry leaves at nine. Bring two coats and a hat.';
    expect(highlightPassage({ blockText, quote: 'The ferry leaves at nine.' }, page)).toBe('shown');
    const [range] = page.defaultView?.CSS.highlights.get(HIGHLIGHT_NAME) ?? [];
    expect(range?.startContainer.parentElement?.id).toBe('second');
    await expect.poll(() => middle('second'), { timeout: 5_000 }).toBeGreaterThan(300);
    await expect.poll(() => middle('second'), { timeout: 5_000 }).toBeLessThan(500);
  });

  it('matches table rows and list items', () => {
    expect(highlightPassage({ blockText: 'Weight | 310 g\nColour | Blue', quote: '' }, page)).toBe('shown');
    expect(highlighted()).toEqual(['Weight', '310 g', 'Colour', 'Blue']);
    expect(highlightPassage({ blockText: 'Lantern\nCable', quote: 'Lantern\nCable' }, page)).toBe('shown');
    expect(highlighted()).toEqual(['Lantern', 'Cable']);
  });

  it('opens the closed details that holds it', () => {
    expect(highlightPassage({ blockText: '', quote: 'Because the tide is higher in winter.' }, page)).toBe(
      'shown',
    );
    expect(page.querySelector('details')?.open).toBe(true);
  });

  it('never shows a hidden copy', () => {
    expect(highlightPassage({ blockText: '', quote: "hidden copy of the harbour master's notice" }, page)).toBe(
      'shown',
    );
    const [range] = page.defaultView?.CSS.highlights.get(HIGHLIGHT_NAME) ?? [];
    expect(range?.startContainer.parentElement?.id).toBe('notice');
  });

  it('finds text in open shadow roots, slots included', () => {
    expect(highlightPassage({ blockText: '', quote: 'The shadow holds the name of the boat.' }, page)).toBe(
      'shown',
    );
    expect(highlighted()).toEqual(['The shadow holds the ', 'name', ' of the boat.']);
  });

  it('finds text in a frame of the same origin', () => {
    const frame = (page.getElementById('inner') as HTMLIFrameElement).contentDocument;
    expect(highlightPassage({ blockText: '', quote: 'The frame holds the timetable.' }, page)).toBe('shown');
    expect(frame && highlighted(frame)).toEqual(['The frame holds the timetable.']);
  });

  it('says similar when the page has other words by now, and missing when it has none', () => {
    const quote = 'Because the tide is much higher in the winter.';
    expect(highlightPassage({ blockText: quote, quote }, page)).toBe('similar');
    expect(highlighted().join('')).toContain('tide is');
    expect(highlightPassage({ blockText: 'Penguins.', quote: 'Penguins live here.' }, page)).toBe('missing');
    expect(highlighted()).toEqual([]);
  });

  it('replaces the earlier highlight, and goes at the next click or Escape', async () => {
    highlightPassage({ blockText: '', quote: 'Bring a coat.' }, page);
    highlightPassage({ blockText: '', quote: 'Bring two coats and a hat.' }, page);
    expect(highlighted()).toEqual(['Bring two coats and a hat.']);
    page.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(highlighted()).toHaveLength(1);
    page.defaultView?.focus();
    await userEvent.keyboard('{Escape}');
    expect(highlighted()).toEqual([]);
  });
});
