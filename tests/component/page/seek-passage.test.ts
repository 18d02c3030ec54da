import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HIGHLIGHT_NAME } from '../../../lib/page/passage/names';
import { isSameAddress, seekPassage } from '../../../lib/page/passage/seek-passage';

const TEXT = 'The keeper winds the clockwork of the lamp every four hours.';
const PASSAGE = { blockText: TEXT, quote: TEXT };
let frame: HTMLIFrameElement;
let page: Document;

beforeEach(() => {
  frame = document.createElement('iframe');
  frame.width = '800';
  frame.height = '600';
  document.body.append(frame);
  page = frame.contentDocument ?? document;
});
afterEach(() => frame.remove());

const seek = (url = page.URL, patience = 0) => seekPassage({ passage: PASSAGE, url, patience }, page);
const marked = (): string => [...(page.defaultView?.CSS.highlights.get(HIGHLIGHT_NAME) ?? [])].join('');

function say(...texts: readonly string[]): void {
  page.body.replaceChildren(...texts.map((text) => Object.assign(page.createElement('p'), { textContent: text })));
}

function build(html: string): void {
  page.body.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
}

describe('seekPassage', () => {
  it('waits for a page that is still drawing', async () => {
    say('Loading…');
    setTimeout(() => say('The lamp', TEXT), 400);
    expect(await seek(page.URL, 5_000)).toBe('shown');
    expect(marked()).toBe(TEXT);
  });

  it('scrolls through a list that draws only what is in view', async () => {
    const list = page.createElement('div');
    const space = page.createElement('div');
    list.append(space);
    page.body.append(list);
    Object.assign(list.style, { height: '400px', overflow: 'auto', position: 'relative' });
    space.style.height = '8000px';
    const draw = (): void => {
      const first = Math.floor(list.scrollTop / 40);
      const rows = Array.from({ length: 12 }, (_, index) => {
        const row = page.createElement('p');
        row.textContent = first + index === 150 ? TEXT : `Row ${first + index}`;
        Object.assign(row.style, { position: 'absolute', top: `${(first + index) * 40}px`, margin: '0' });
        return row;
      });
      space.replaceChildren(...rows);
    };
    list.addEventListener('scroll', draw);
    draw();
    expect(await seek()).toBe('shown');
    expect(marked()).toBe(TEXT);
    expect(list.scrollTop).toBeGreaterThan(5_000);
  });

  it('marks what opens the closed part that a passage is in, presses nothing, and the passage once it is open', async () => {
    const body = `<h2><button aria-expanded="false">The lamp</button></h2><div hidden><p>${TEXT}</p></div>`;
    build(`<p>Penguins</p>${body}<h2><button aria-expanded="false">Other</button></h2><div hidden>None.</div>`);
    const button = page.querySelector('button');
    const panel = page.querySelector('div');
    let pressed = 0;
    button?.addEventListener('click', () => {
      pressed += 1;
      panel?.removeAttribute('hidden');
    });
    expect(await seek()).toBe('closed');
    expect(marked()).toBe('The lamp');
    expect(pressed).toBe(0);
    button?.click();
    await expect.poll(marked).toBe(TEXT);
  });

  it('marks the tab of a panel, by its place where nothing names it', async () => {
    build(`<div><div role="tablist"><span role="tab">One</span><span role="tab">Two</span></div>
      <div role="tabpanel">Nothing.</div><div role="tabpanel" style="visibility: hidden">${TEXT}</div></div>`);
    expect(await seek()).toBe('closed');
    expect(marked()).toBe('Two');
  });

  it('does not take what nobody can open for closed', async () => {
    build(`<p>Penguins</p><div hidden>${TEXT}</div>`);
    expect(await seek()).toBe('missing');
  });

  it('scrolls back where there is nothing to find', async () => {
    say(...Array.from({ length: 200 }, (_, index) => `Penguin ${index}`));
    page.scrollingElement?.scrollTo({ top: 500 });
    expect(await seek()).toBe('missing');
    expect(page.scrollingElement?.scrollTop).toBe(500);
  });

  it('marks the passage anew where the page draws it anew', async () => {
    say('The lamp', TEXT);
    expect(await seek()).toBe('shown');
    say('The lamp', 'Something new', TEXT);
    await expect.poll(marked).toBe(TEXT);
  });

  it('leaves another page alone, unless it has the very block', async () => {
    say('The keeper winds the clockwork of the great lamp every four hours.');
    expect(await seek('https://example.com/')).toBe('elsewhere');
    expect(marked()).toBe('');
    say(TEXT);
    expect(await seek('https://example.com/')).toBe('shown');
  });
});

describe('isSameAddress', () => {
  it.each([
    ['https://a.example/x#one', 'https://a.example/x#two', true],
    ['https://a.example/x#:~:text=y', 'https://a.example/x', true],
    ['https://a.example/x?page=1', 'https://a.example/x?page=2', false],
    ['https://a.example/#/one', 'https://a.example/#/two', false],
    ['https://a.example/#!one', 'https://a.example/#!one', true],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameAddress(one, other)).toBe(same);
  });
});
