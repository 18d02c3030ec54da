import type { AsideBrowser, BrowserPage } from '../browsers/aside-browser.ts';
import type { FakeProvider } from '../../tests/support/fake-provider/start-fake-provider.ts';
import { servePages } from '../../tests/e2e/support/serve-pages.ts';
import { connectProvider } from '../../tests/e2e/support/connect-provider.ts';

/** Longer than a model of 8,192 tokens has room for; its sections differ in length. */
const TIDES = `<!doctype html><title>Tides of the north coast</title><main><h1>Tides</h1>${Array.from(
  { length: 60 },
  (_, day) =>
    `<h2>Day ${day}</h2><p>${`On day ${day} the ropes were dry and nobody came. `.repeat(8 + ((day * 7) % 13))}</p>`,
).join('')}<h2>Toll</h2><p>${'The toll is four dollars. '.repeat(20)}</p></main>`;

/** Takes pictures of the map of a page that does not go whole: with swapped parts, and from right to left. */
export async function takeMap(
  aside: AsideBrowser,
  fake: FakeProvider,
  take: (page: BrowserPage, name: string) => Promise<void>,
): Promise<void> {
  const pages = await servePages({ '/': TIDES });
  try {
    await connectProvider(aside, { provider: 'OpenAI', name: 'Small', baseUrl: fake.url, model: 'gpt-4' });
    await aside.grant(['http://127.0.0.1/*']);
    const tab = await aside.openTab(`${pages.origin}/`);
    const panel = await aside.openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    const reads = panel.getByRole('button', { name: 'Read this page', exact: true });
    if ((await reads.attribute('aria-pressed')) !== 'true') await reads.click();
    await panel.waitForText('≈ 3.4K of');
    await panel.getByRole('textbox', { name: 'Message' }).fill('What is the toll?');
    await take(panel, 'map-0-chip');
    await panel.getByRole('button', { name: 'What will be sent', exact: true }).click();
    const parts = panel.getByRole('toolbar', { name: 'Parts of Tides of the north coast' }).getByRole('button');
    await parts.nth(4).click();
    await panel.waitForText('Stays out, as you chose.');
    await parts.nth(20).click();
    await panel.waitForText('Goes along, as you chose.');
    await take(panel, 'map-1-swapped');
    await panel.evaluate(() => (document.documentElement.dir = 'rtl'));
    await take(panel, 'map-2-rtl');
    await panel.evaluate(() => (document.documentElement.dir = 'ltr'));
    await panel.close();
    await tab.close();
  } finally {
    await pages.close();
  }
}
