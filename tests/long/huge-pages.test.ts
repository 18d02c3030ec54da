import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPageSource } from '../../lib/page/read-tab';
import { scriptingIn, tabInFront } from '../e2e/support/scripting-in.ts';
import { FAMILIES, useAside } from '../e2e/support/use-aside.ts';
import { servePages, type PageServer } from '../e2e/support/serve-pages.ts';

const LINE = 'The ferry leaves at nine and comes back at noon, every day of the year but one.';
const MEGABYTE = 2 ** 20;

/** Milliseconds that the reader may take beside the page's own layout, on a busy machine. */
const MOST = 6_000;

let server: PageServer;
beforeAll(async () => {
  const paragraph = `<p>${LINE}</p>\n`;
  const first = '<title>Ferries</title><main><p>The beginning can be read by everyone who comes here.</p>';
  const white = `<p style="color:#fff">${LINE}</p>\n`;
  server = await servePages({
    '/fifty-megabytes': first + paragraph.repeat((50 * MEGABYTE) / paragraph.length),
    // More in one text is too much for a browser's own layout.
    '/one-text': `${first}<pre>${`${LINE}\n`.repeat((10 * MEGABYTE) / (LINE.length + 1))}</pre>`,
    '/nested': `${first}${'<div>'.repeat(100_000)}The bottom.`,
    '/hidden': first + white.repeat((5 * MEGABYTE) / white.length),
    '/lids':
      first +
      `<div style="position:relative">${paragraph}<b style="position:absolute;inset:0;background:#fff"></b></div>`.repeat(
        20_000,
      ),
  });
});
afterAll(() => server.close());

describe.each(FAMILIES)('huge pages in %s', (family) => {
  const aside = useAside(family, { grants: ['http://127.0.0.1/*'] });

  test.each(['fifty-megabytes', 'one-text', 'nested', 'hidden', 'lids'])(
    '%s gives at least the beginning within seconds, and says where there is more',
    async (name) => {
      const tab = await aside().openTab(`${server.origin}/${name}`);
      // The first layout is the page's own cost.
      await tab.evaluate(() => document.body.getBoundingClientRect().height);
      const source = createPageSource({
        scripting: scriptingIn(aside()),
        accessTo: async () => ({ url: server.origin, granted: true }),
      });
      const id = await tabInFront(aside());
      const started = performance.now();
      const { blocks, notes } = await source.read(id);
      const took = performance.now() - started;
      const size = blocks.reduce((sum, { text }) => sum + text.length, 0);
      console.log(family, name, Math.round(took), 'ms', size, 'characters', notes.join(' '));
      expect(blocks[0]?.text.slice(0, 100)).toMatch(/beginning can be read|ferry leaves/);
      expect(took).toBeLessThan(MOST);
      expect(size).toBeLessThan(3_100_000);
      if (/fifty|one/.test(name)) expect(notes.join()).toContain('only its first part was read');
    },
  );
});
