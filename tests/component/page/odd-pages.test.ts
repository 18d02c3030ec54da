import { describe, expect, it } from 'vitest';
import { readPage } from '../../../lib/page/reader/read-page';
import { loadHtml } from './load-fixture';

const STORY = 'The ferry leaves at nine and comes back at noon, every day of the year but one.';
const NAMES =
  'title body documentElement defaultView URL querySelectorAll implementation localName parentElement nextSibling ' +
  'firstChild children attributes getAttribute matches closest contains textContent classList id getBoundingClientRect ' +
  'shadowRoot ownerDocument checkVisibility getAnimations getRootNode previousElementSibling';

describe('readPage', () => {
  it('is not taken in by fields and pictures that are called like what it asks', async () => {
    const fields = NAMES.split(' ').map((name) => `<input name="${name}"><img name="${name}">`);
    const page = await loadHtml(
      `<title>Ferries</title><main><h1>Ferries</h1><form class="post"><p>${STORY}</p><span style="color: #fff">CANARY</span>
       ${fields.join('')}<p>${STORY} Again.</p></form></main><form name="body"><input name="parentElement"></form>`,
    );
    expect(page.title).not.toBe('Ferries');
    const read = readPage(page);
    expect(read.title).toBe('Ferries');
    expect(read.blocks.map(({ text }) => text)).toEqual(['Ferries', STORY, `${STORY} Again.`]);
    expect(read.leftOut?.pieces).toEqual([{ reason: 'same-colour', text: 'CANARY' }]);
  });

  it('reads plain text and XML, and says that a picture has no text', async () => {
    const open = async (type: string, content: string): Promise<Document> => {
      const frame = document.createElement('iframe');
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      frame.src = URL.createObjectURL(new Blob([content], { type }));
      document.body.replaceChildren(frame);
      await loaded;
      if (frame.contentDocument === null) throw new Error('The frame has no document.');
      return frame.contentDocument;
    };
    const plain = readPage(await open('text/plain', `One line.\n\n${STORY}\n`));
    expect(plain.blocks.map(({ text }) => text).join('\n')).toContain(STORY);
    const xml = readPage(
      await open('application/xml', `<note xmlns="urn:x"><to>Tove</to><body>${STORY}</body></note>`),
    );
    expect(xml.blocks.map(({ text }) => text).join('\n')).toContain(STORY);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"></svg>';
    expect(readPage(await open('image/svg+xml', svg))).toMatchObject({ blocks: [], obstacle: 'no-text' });
  });

  it('gives what a page says about itself where it shows nothing, and says so', async () => {
    const page = readPage(await loadHtml(`<title>Ferries</title><meta name="description" content="${STORY}">`));
    expect(page.blocks.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'heading Ferries',
      `paragraph ${STORY}`,
    ]);
    expect(page.notes).toEqual([
      'The page shows no text.',
      'These are the title and the description that it gives of itself.',
    ]);
  });

  it('takes what React sent ahead of its place only where the page shows nothing else', async () => {
    const ahead = `<template id="B:0"></template><div hidden id="S:0"><h1>Ferries</h1><p>${`${STORY} `.repeat(8)}</p></div>`;
    const waiting = readPage(await loadHtml(`<main>${ahead}</main>`));
    expect(waiting.blocks.map(({ text }) => text).join()).toContain(STORY);
    const shown = readPage(
      await loadHtml(`<main><p>${'Other words are shown here. '.repeat(12)}</p>${ahead}</main>`),
    );
    expect(shown.blocks.map(({ text }) => text).join()).not.toContain(STORY);
  });

  it('shows nothing that is in the colour of its background, even where the page shows nothing else', async () => {
    const read = readPage(await loadHtml(`<p>Ferries</p><p style="color: #fff">${`${STORY} `.repeat(8)}</p>`));
    expect(read.blocks.map(({ text }) => text)).toEqual(['Ferries']);
  });

  it('reads a page whose scripts have changed what every object can do', async () => {
    const page = await loadHtml(`<main><h1>Ferries</h1><p>${STORY}</p></main>`);
    const view = page.defaultView;
    if (view === null) throw new Error('The page is not shown.');
    const run = (script: string): void => {
      const element = page.createElement('script');
      element.textContent = script;
      page.head.append(element);
    };
    run(`Array.prototype.map = () => { throw new Error('mine'); }; Object.prototype.polluted = 1;
      JSON.stringify = () => 'mine'; String.prototype.replace = () => 'mine'; Array.prototype.toJSON = () => 'mine';
      Object.defineProperty(Document.prototype, 'title', { get: () => 'mine' });`);
    const read = readPage(page);
    expect(read.blocks.map(({ text }) => text)).toEqual(['Ferries', STORY]);
  });
});
