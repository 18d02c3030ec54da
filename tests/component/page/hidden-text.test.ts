import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, PageText } from '../../../lib/domain/page';
import { readPage } from '../../../lib/page/reader/read-page';
import { loadFixture, loadHtml } from './load-fixture';

let source: Document;
let page: PageText;
beforeAll(async () => {
  source = await loadFixture('hiding');
  page = readPage(source);
});

const all = (some: readonly Block[]): string => some.map(({ text }) => text).join('\n');

describe('readPage on a page that hides', () => {
  it('takes no canary', () => {
    expect(all(page.blocks).match(/CANARY.*/g)).toBeNull();
  });

  it('takes everything that can be seen', () => {
    const wanted = [...source.documentElement.outerHTML.matchAll(/>(SEEN [^<]+)</g)].map((match) => match[1]);
    expect(wanted.length).toBeGreaterThanOrEqual(25);
    expect(wanted.filter((text) => !all(page.blocks).includes(text ?? ''))).toEqual([]);
  });

  it('takes what a control that can be seen would open, marked', () => {
    const folded = page.blocks.filter(({ collapsed }) => collapsed === true);
    expect(folded.map(({ text }) => text)).toEqual([
      'FOLDED answer in details',
      'FOLDED second panel',
      'FOLDED accordion',
      'FOLDED right after its control',
    ]);
  });

  it('counts what it left out and keeps it, with the reason', () => {
    const { count = 0, pieces = [] } = page.leftOut ?? {};
    expect(count).toBeGreaterThanOrEqual(55);
    expect(page.notes.join()).toContain(`${count} hidden pieces of text left out`);
    expect(pieces).toHaveLength(count);
    const reasonOf = (text: string): string | undefined =>
      pieces.find((piece) => piece.text.includes(text))?.reason;
    expect({
      none: reasonOf('CANARY display none'),
      faint: reasonOf('CANARY opacity zero'),
      clip: reasonOf('CANARY clip path circle'),
      off: reasonOf('CANARY off by transform'),
      aria: reasonOf('CANARY aria hidden'),
      tiny: reasonOf('CANARY font size one'),
      white: reasonOf('CANARY white on white'),
      behind: reasonOf('CANARY behind another element'),
      tags: pieces.find(({ reason }) => reason === 'characters')?.text,
    }).toEqual({
      none: 'not-rendered',
      faint: 'transparent',
      clip: 'clipped',
      off: 'off-screen',
      aria: 'aria-hidden',
      tiny: 'tiny',
      white: 'same-colour',
      behind: 'covered',
      tags: 'CANARY',
    });
  });

  it('keeps at most a hundred pieces, each of at most 300 characters, and counts all', async () => {
    const many = await loadHtml(
      `<p>Text that can be seen.</p>${`<p hidden>${'word '.repeat(500)}</p>`.repeat(150)}`,
    );
    const { leftOut } = readPage(many);
    expect(leftOut?.count).toBe(150);
    expect(leftOut?.pieces).toHaveLength(100);
    expect(leftOut?.pieces[0]?.text).toHaveLength(300);
  });

  it('keeps words, not scripts and styles, of what it left out', async () => {
    const hidden = '<div hidden><style>p { color: red }</style><script>let a;</script><p>do</p><p>this</p></div>';
    const { leftOut } = readPage(
      await loadHtml(`<p>Text that can be seen.</p>${hidden}<div hidden><style>a {}</style></div>`),
    );
    expect(leftOut).toEqual({ count: 1, pieces: [{ reason: 'not-rendered', text: 'do this' }] });
  });

  it('says nothing of what is left out where nothing is', async () => {
    expect(readPage(await loadHtml('<p>All of it can be seen.</p>')).leftOut).toBeUndefined();
  });
});
