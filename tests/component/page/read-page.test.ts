import { describe, expect, it } from 'vitest';
import { readPage } from '../../../lib/page/reader/read-page';
import type { PageText } from '../../../lib/domain/page';
import { loadFixture, loadHtml } from './load-fixture';

const texts = (page: PageText): string[] => page.blocks.map((block) => block.text);
const all = (page: PageText): string => texts(page).join('\n');

describe('readPage', () => {
  it('gives an article as blocks in reading order, with kinds and the headings above', async () => {
    const page = readPage(await loadFixture('article'));
    expect(page).toMatchObject({ title: 'The lighthouse at Cape Morrow', language: 'en' });
    expect(page.blocks.map(({ id, kind, text }) => `${id} ${kind} ${text.slice(0, 30)}`)).toEqual([
      'b1 heading The lighthouse at Cape Morrow',
      'b2 paragraph The lighthouse at Cape Morrow ',
      'b3 heading Construction',
      'b4 paragraph The tower rises 41 metres abov',
      'b5 figure The tower in the winter of 190',
      'b6 quote We laid the last stone in fog ',
      'b7 heading Stages',
      'b8 list The rock was levelled\nThe base',
      'b9 heading The lamp',
      'b10 paragraph The first lamp burned rapeseed',
    ]);
    expect(page.blocks[7]?.headings).toEqual(['The lighthouse at Cape Morrow', 'Construction', 'Stages']);
    expect(page.blocks[7]?.text).toBe(
      'The rock was levelled\nThe base was anchored with iron\nThe lantern was lifted',
    );
    expect(page.blocks[9]?.headings).toEqual(['The lighthouse at Cape Morrow', 'The lamp']);
  });

  it('keeps tables, code, terms, formulas and folded details of a reference page', async () => {
    const page = readPage(await loadFixture('docs'));
    const of = (kind: string): string[] =>
      page.blocks.filter((block) => block.kind === kind).map(({ text }) => text);
    expect(of('table')).toEqual([
      'Name | Type | Default\nvessel | Vessel | \nmillilitres | number | 250\nslowly | boolean | false',
    ]);
    expect(of('code')).toEqual([
      "import { pour } from 'kettle';\n\nfor (const cup of cups) {\n  await pour(cup, 200);\n}",
      'kettle.boil();\nkettle.pour(cup);',
    ]);
    expect(of('list')).toEqual([
      'Vessel | Anything that holds water.\nLimescale | What hard water leaves behind.',
    ]);
    expect(all(page)).toContain('The heat that is needed is Q = mcT where m is');
    expect(all(page)).toContain('A kettle with limescale heats more slowly');
    expect(all(page)).not.toContain('rinse()');
  });

  it('gives every post of a forum thread, with its line breaks', async () => {
    const page = readPage(await loadFixture('forum'));
    expect(texts(page)).toEqual(
      expect.arrayContaining([
        'My starter bubbles but the loaf stays flat after nine hours.',
        'The kitchen has 17 degrees and I use rye flour.',
        'It worked!\nTwelve hours with the lamp on.',
      ]),
    );
    expect(page.blocks.find((block) => block.kind === 'quote')?.text).toBe('The kitchen has 17 degrees');
  });

  it('gives price, specifications and contents of a product page', async () => {
    const page = readPage(await loadFixture('product'));
    expect(all(page)).toContain('€ 49.90');
    expect(all(page)).toContain('Weight | 310 g\nBrightness | 300 lumen\nBattery | 5200 mAh');
    expect(all(page)).toContain('Lantern\nUSB-C cable\nHanging hook');
    expect(all(page)).toContain('Bright enough for the whole tent');
  });

  it('reads open shadow roots in slotted order and frames of the same origin', async () => {
    const page = readPage(await loadFixture('shadow'));
    expect(texts(page)).toEqual([
      'Built of components',
      'Ferry times',
      'The card says that the ferry leaves at half past six.',
      'Slotted text is shown in the middle of the card.',
      'And this stands after the slotted text.',
      'Plain text after the card, which is the end of this page.',
      'The frame holds the timetable: boats go at 7, 9 and 11.',
    ]);
  });

  it('reads right-to-left and Japanese pages', async () => {
    const arabic = readPage(await loadFixture('rtl'));
    expect(all(arabic)).toContain('افتتحت مكتبة المدينة أبوابها في عام ١٩٥٢');
    expect(arabic.blocks.at(-1)).toMatchObject({ kind: 'list' });
    const japanese = readPage(await loadFixture('japanese'));
    expect(all(japanese)).toContain('この小屋は標高二千三百メートルにあり');
    expect(all(japanese)).toContain('料金は一泊二食付きで一万二千円です。');
  });

  it('changes nothing in the page', async () => {
    const page = await loadFixture('shadow');
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver((records) => void seen.push(...records));
    observer.observe(page, { subtree: true, childList: true, attributes: true, characterData: true });
    readPage(page);
    seen.push(...observer.takeRecords());
    expect(seen).toEqual([]);
  });

  it('never comes back empty where there is text, however little it looks like content', async () => {
    const menu = readPage(
      await loadHtml('<nav><ul><li><a href="/a">Alpha</a><li><a href="/b">Beta</a></ul></nav>'),
    );
    expect(texts(menu)).toEqual(['Alpha\nBeta']);
    expect(readPage(await loadHtml('<body></body>'))).toMatchObject({
      blocks: [],
      notes: ['The page shows no text.'],
    });
  });

  it('takes what a page has for browsers without scripts, or holds back, only where it shows nothing', async () => {
    const story = `<p>${'The ferry leaves at nine and comes back at noon. '.repeat(10)}</p>`;
    const bare = readPage(await loadHtml(`<div id="app"></div><noscript><h1>Ferry</h1>${story}</noscript>`));
    expect(texts(bare)[0]).toBe('Ferry');
    expect(bare.notes).toContain('The page shows nothing: this is its version for browsers without scripts.');
    const waiting = readPage(await loadHtml(`<div style="visibility: hidden"><h1>Ferry</h1>${story}</div>`));
    expect(all(waiting)).toContain('The ferry leaves at nine');
    expect(waiting.notes).toContain('The page shows nothing yet: this is the text that it holds back.');
    const shown = readPage(await loadHtml(`${story}<noscript><p>CANARY ${'x '.repeat(300)}</p></noscript>`));
    expect(all(shown)).not.toContain('CANARY');
  });

  it('reads 100,000 nested elements within seconds', async () => {
    const page = await loadHtml(`<main><p>The beginning can be read.</p>${'<div>'.repeat(100_000)}The bottom.`);
    const started = performance.now();
    const read = readPage(page);
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(texts(read)[0]).toBe('The beginning can be read.');
    if (!all(read).includes('The bottom.')) expect(read.notes.join()).toContain('only its first part was read');
  });

  it('is not slow on a page as deep as a browser can draw', async () => {
    const page = await loadHtml('<main><p>The beginning can be read by everyone who comes here.</p></main>');
    let deepest: Element = page.body;
    for (let depth = 0; depth < 1_000; depth += 1) deepest = deepest.appendChild(page.createElement('div'));
    deepest.append('The bottom.');
    const started = performance.now();
    expect(all(readPage(page))).toContain('The beginning can be read');
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('stops at its limits with a note', async () => {
    const page = await loadHtml(
      `<main>${'<p>Ten words stand in this paragraph to be counted here.</p>'.repeat(5_000)}`,
    );
    const read = readPage(page, { milliseconds: 5_000, characters: 10_000 });
    expect(all(read).length).toBeGreaterThan(2_000);
    expect(all(read).length).toBeLessThan(15_000);
    expect(read.notes).toEqual(['The page is very large: only its first part was read.']);
  });
});
