import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPageSource } from '../../lib/page/read-tab';
import { showPassage } from '../../lib/page/show-passage';
import { scriptingIn, tabInFront } from './support/scripting-in.ts';
import { servePages, type PageServer } from './support/serve-pages.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../fixtures/pages/${name}.html`), 'utf8');
const FIELDS =
  '<input id="field" value="one two three"><input id="secret" type="password" value="hush"><p>Line one</p><p>Line two</p>';

const STORY = 'The ferry leaves at nine and comes back at noon, every day of the year but one.';
// Its policy comes first and spares only the script that follows; then it changes what every object can do.
const HOSTILE = `<title>Ferries</title>
  <meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'nonce-n'; require-trusted-types-for 'script'">
  <main><h1>Ferries</h1><p>${STORY}</p><form><input name="parentElement"><input name="getAttribute"><p>${STORY} Again.</p></form></main>
  <img name="title"><img name="body"><img name="querySelectorAll">
  <script nonce="n">
    const mine = () => { throw new Error('mine'); };
    for (const name of ['map', 'filter', 'push', 'forEach', 'toJSON', 'at']) Array.prototype[name] = mine;
    for (const name of ['getAttribute', 'matches', 'closest', 'getBoundingClientRect', 'querySelectorAll']) Element.prototype[name] = mine;
    Object.defineProperty(Node.prototype, 'textContent', { get: mine });
    Object.defineProperty(Node.prototype, 'nextSibling', { get: mine });
    JSON.stringify = mine; JSON.parse = mine; String.prototype.replace = mine; window.getComputedStyle = mine;
    Object.defineProperty(Object.prototype, 'polluted', { value: 1, enumerable: true });
  </script>`;

let server: PageServer;
beforeAll(async () => {
  server = await servePages({
    '/passages': fixture('passages'),
    '/shadow': fixture('shadow'),
    '/fields': FIELDS,
    '/hiding': fixture('hiding'),
    '/hostile': HOSTILE,
    '/canvas': '<canvas width="900" height="700"></canvas>',
  });
});
afterAll(() => server.close());

describe.each(FAMILIES)('the built scripts in %s', (family) => {
  const aside = useAside(family, { grants: ['http://127.0.0.1/*'] });
  const source = (): ReturnType<typeof createPageSource> =>
    createPageSource({
      scripting: scriptingIn(aside()),
      accessTo: async () => ({ url: server.origin, granted: true }),
    });

  test('read shadow roots and frames', async () => {
    await aside().openTab(`${server.origin}/shadow`);
    const page = await source().read(await tabInFront(aside()));
    expect(page.blocks.map((block) => block.text)).toEqual([
      'Built of components',
      'Ferry times',
      'The card says that the ferry leaves at half past six.',
      'Slotted text is shown in the middle of the card.',
      'And this stands after the slotted text.',
      'Plain text after the card, which is the end of this page.',
      'The frame holds the timetable: boats go at 7, 9 and 11.',
    ]);
  });

  test('leave out all that cannot be seen, take what can, and mark what a click would open', async () => {
    await aside().openTab(`${server.origin}/hiding`);
    const page = await source().read(await tabInFront(aside()));
    const text = page.blocks.map((block) => block.text).join('\n');
    expect(text.match(/CANARY.*/g)).toBeNull();
    const seen = [...fixture('hiding').matchAll(/>(SEEN [^<]+)</g)].map((match) => String(match[1]));
    expect(seen.filter((one) => !text.includes(one))).toEqual([]);
    expect(page.blocks.filter(({ collapsed }) => collapsed).map((block) => block.text.slice(0, 6))).toEqual(
      new Array<string>(4).fill('FOLDED'),
    );
    expect(page.leftOut?.count).toBeGreaterThan(60);
  });

  test('read a page that changes what every object can do, under a policy of its own, again and again', async () => {
    await aside().openTab(`${server.origin}/hostile`);
    const tab = await tabInFront(aside());
    const first = await source().read(tab);
    expect(first.title).toBe('Ferries');
    expect(first.blocks.map((block) => block.text)).toEqual(['Ferries', STORY, `${STORY} Again.`]);
    expect(await source().read(tab)).toEqual(first);
  });

  test('say that a drawn page has no text', async () => {
    await aside().openTab(`${server.origin}/canvas`);
    const read = source().read(await tabInFront(aside()));
    await expect(read).rejects.toMatchObject({ chatError: { kind: 'page-empty' } });
  });

  test('read selections with their line breaks, in fields too but never a password', async () => {
    const tab = await aside().openTab(`${server.origin}/fields`);
    const id = await tabInFront(aside());
    await tab.evaluate(() => {
      const [first, second] = document.querySelectorAll('p');
      if (first && second) getSelection()?.setBaseAndExtent(first, 0, second, 1);
    });
    expect((await source().readSelection(id)).split(/\n+/)).toEqual(['Line one', 'Line two']);
    const select = (field: string): void => {
      const input = document.getElementById(field) as HTMLInputElement;
      input.focus();
      input.setSelectionRange(4, 7);
    };
    await tab.evaluate(select, 'field');
    expect(await source().readSelection(id)).toBe('two');
    await tab.evaluate(() => getSelection()?.removeAllRanges());
    await tab.evaluate(select, 'secret');
    expect(await source().readSelection(id)).toBe('');
  });

  test('scroll to a passage and highlight it', async () => {
    const tab = await aside().openTab(`${server.origin}/passages`);
    const id = await tabInFront(aside());
    const show = (quote: string): Promise<string> =>
      showPassage(
        id,
        { passage: { blockText: '', quote }, url: `${server.origin}/passages`, patience: 0 },
        scriptingIn(aside()),
      );
    expect(await show('Because the tide is higher in winter.')).toBe('shown');
    const seen = await tab.evaluate(() => {
      const folded = document.getElementById('folded');
      return {
        open: document.querySelector('details')?.open,
        texts: [...(CSS.highlights.get('aside-passage') ?? [])].map(String),
        colour: folded && getComputedStyle(folded, '::highlight(aside-passage)').backgroundColor,
      };
    });
    expect(seen).toEqual({
      open: true,
      texts: ['Because the tide is higher in winter.'],
      colour: 'rgb(255, 217, 138)',
    });
    expect(await show('The shadow holds the name of the boat.')).toBe('shown');
    expect(await show('The frame holds the timetable.')).toBe('shown');
    expect(await show('Penguins live on the northern shore of this island.')).toBe('missing');
    await tab.waitForText('Passages');
  });
});
