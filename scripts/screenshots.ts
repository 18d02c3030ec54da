import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserPage } from './browsers/aside-browser.ts';
import { launchAside } from './browsers/launch-aside.ts';
import { startFakeProvider } from '../tests/support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer } from '../tests/e2e/support/ask.ts';
import { connectProvider } from '../tests/e2e/support/connect-provider.ts';
import { still } from './screenshots/still.ts';
import { takeDoctor } from './screenshots/take-doctor.ts';
import { takeBudget } from './screenshots/take-budget.ts';
import { takeMemory } from './screenshots/take-memory.ts';
import { takeMap } from './screenshots/take-map.ts';
import { takeGallery } from './screenshots/take-gallery.ts';

/**
 * Takes pictures of the real panel in its usual states, to be looked at, and the three of the README:
 * `npm run screenshots -- [chromium|firefox]` writes test-results/screenshots/, with `--readme` docs/images/ too.
 */
const ROOT = join(import.meta.dirname, '..');
const family = process.argv.includes('firefox') ? 'firefox' : 'chromium';
const readme = process.argv.includes('--readme');
const folder = join(ROOT, 'test-results/screenshots', family);

const ANSWER = `Building began in **July 1923** and the bridge opened on **19 March 1932** [b3]. The tunnel took about a third of the cars [b6]:

\`\`\`vega-lite
{"title": "Vehicles a day, thousands", "mark": "line", "encoding": {"x": {"field": "year", "type": "quantitative", "axis": {"format": "d", "title": null}}, "y": {"field": "vehicles", "type": "quantitative", "title": null}}, "data": {"values": [{"year": 1985, "vehicles": 141}, {"year": 1987, "vehicles": 154}, {"year": 1989, "vehicles": 171}, {"year": 1991, "vehicles": 182}, {"year": 1992, "vehicles": 190}, {"year": 1993, "vehicles": 127}, {"year": 1996, "vehicles": 139}, {"year": 2000, "vehicles": 156}]}}
\`\`\`

\`\`\`python
def share(before, after):
    return 1 - after / before  # 0.33
\`\`\`

- The toll was doubled the same year [b8].
- Buses kept their lane, so bus trips did not fall.`;

const ARABIC = `**الجسر** افتُتح في 19 مارس 1932. وهذه شيفرة:

\`\`\`js
const year = 1932;
\`\`\`

1. بدأ البناء في عام 1923.
2. تضاعفت الرسوم.`;

const server = createServer(async (_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(await readFile(join(ROOT, 'scripts/sample-page/index.html')));
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const address = server.address();
const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
const fake = await startFakeProvider();
const aside = await launchAside(family, { url, height: 1000 });

async function take(
  page: BrowserPage,
  name: string,
  sizes: readonly (readonly [number, number])[] = [
    [360, 640],
    [480, 900],
  ],
) {
  for (const scheme of ['light', 'dark'] as const) {
    await page.setColorScheme(scheme);
    for (const [width, height] of sizes) {
      await page.setViewport(width, height);
      await still(page);
      await page.screenshot(join(folder, `${name}-${width}-${scheme}.png`));
    }
  }
  await page.setColorScheme('light');
}

async function askNew(panel: BrowserPage, question: string, scenario: string): Promise<void> {
  fake.setScenario(scenario);
  await panel.getByRole('button', { name: 'New chat', exact: true }).click();
  await ask(panel, question);
}

try {
  const panel = await aside.openPanel();
  await panel.waitForText('Harbour Bridge');
  await take(panel, '1-empty');
  await ask(panel, 'When was the bridge opened, and by whom?');
  await finishedAnswer(panel, 'Reader');
  await take(panel, '2-reader');
  if (readme) {
    await panel.setViewport(400, 820);
    await panel.screenshot(join(ROOT, 'docs/images/reader.png'));
  }

  await connectProvider(aside, { provider: 'OpenAI', name: 'Claude', baseUrl: fake.url, model: 'claude-sonnet' });
  await panel.getByRole('button', { name: 'New chat', exact: true }).click();
  await panel.getByRole('button', { name: 'Read this page' }).click();
  await panel.waitForText('Harbour Bridge');
  fake.setScenario(`say:${ANSWER}`);
  await ask(panel, 'When was it built, and how did traffic change after the tunnel?');
  await finishedAnswer(panel, 'Claude');
  await panel.locate('article svg').first().waitFor();
  await panel.getByRole('button', { name: 'Good response' }).click();
  await take(panel, '3-answer', [
    [360, 640],
    [400, 1100],
    [480, 900],
  ]);
  if (readme) {
    await panel.setViewport(400, 1000);
    await panel.screenshot(join(ROOT, 'docs/images/answer-light.png'));
    await panel.setColorScheme('dark');
    await still(panel);
    await panel.screenshot(join(ROOT, 'docs/images/answer-dark.png'));
    await panel.setColorScheme('light');
  }

  await askNew(panel, 'What does this cost?', 'error-401');
  await panel.getByRole('alert').waitFor();
  await take(panel, '4-error');

  await askNew(panel, 'Count slowly, please.', 'hold');
  fake.release(6);
  await panel.waitForText('token-6');
  await take(panel, '5-streaming');
  fake.release(Infinity);
  await finishedAnswer(panel, 'Claude');

  await askNew(panel, 'Think of it.', 'think-hold');
  fake.release(3);
  await panel.waitForText('stone');
  await take(panel, '13-thinking');
  fake.release(Infinity);
  await finishedAnswer(panel, 'Claude');
  await take(panel, '14-thought', [[360, 640]]);
  await panel.locate('article:last-child summary').click();
  await take(panel, '15-thoughts-open', [[360, 640]]);

  await askNew(panel, 'متى افتُتح الجسر؟', `say:${ARABIC}`);
  await finishedAnswer(panel, 'Claude');
  await take(panel, '6-rtl');

  await panel.getByRole('button', { name: 'Chats', exact: true }).click();
  await take(panel, '7-chats', [[360, 640]]);
  await panel.press('Escape');
  await panel.getByRole('button', { name: 'More', exact: true }).click();
  await take(panel, '8-menu', [[360, 640]]);
  await panel.press('Escape');
  await panel.getByRole('button', { name: 'Model: Claude' }).click();
  await take(panel, '9-models', [[360, 640]]);
  await panel.press('Escape');

  const settings = await aside.openPage('options.html');
  await settings.getByRole('button', { name: 'Add provider' }).click();
  await take(settings, '10-settings', [
    [900, 1500],
    [400, 1700],
  ]);
  await takeDoctor(aside, take);
  await takeMap(aside, fake, take);
  await takeMemory(aside, fake, take);
  await takeBudget(aside, fake, take);
  const tab = await aside.openPage('sidepanel.html');
  await take(tab, '11-tab', [[1280, 800]]);
  for (const problem of await aside.problems()) console.log(problem);
} finally {
  await aside.close();
  await fake.close();
  server.close();
}

await takeGallery(family, folder);
console.log(`Pictures are in ${folder}`);
