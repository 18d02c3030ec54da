import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserPage } from '../browsers/aside-browser.ts';
import type { BrowserFamily } from '../browsers/find-browser.ts';
import { launchAside } from '../browsers/launch-aside.ts';
import { poll } from '../browsers/poll.ts';
import { ask, finishedAnswer } from '../../tests/e2e/support/ask.ts';
import { connectProvider } from '../../tests/e2e/support/connect-provider.ts';
import { startFakeProvider } from '../../tests/support/fake-provider/start-fake-provider.ts';
import { still } from './still.ts';

const FIXTURES = join(import.meta.dirname, '../../tests/fixtures');
/** High enough for an answer to be seen whole, in CSS pixels; a sidebar is as high as its window. */
const HEIGHT = 7000;
const WIDTHS = [360, 480];
const CHARTS_EACH = 13;

/**
 * Takes pictures of every kind of node that an answer can have, each answer whole, light and dark, at 360 and 480
 * pixels: the two galleries of tests/fixtures/markdown (left to right and right to left) and all charts of
 * tests/fixtures/charts.
 */
export async function takeGallery(family: BrowserFamily, folder: string): Promise<void> {
  const fake = await startFakeProvider();
  const aside = await launchAside(family, { height: HEIGHT + 100 });
  try {
    await connectProvider(aside, { provider: 'OpenAI', name: 'Claude', baseUrl: fake.url, model: 'any' });
    const panel = await aside.openPanel();
    for (const [name, text] of await galleries()) {
      fake.setScenario(`say:${text}`);
      await panel.getByRole('button', { name: 'New chat', exact: true }).click();
      await ask(panel, name);
      await finishedAnswer(panel, 'Claude');
      for (const scheme of ['light', 'dark'] as const) {
        for (const width of WIDTHS) {
          await panel.setColorScheme(scheme);
          await panel.setViewport(width, HEIGHT);
          await allDrawn(panel);
          await panel.screenshot(join(folder, `gallery-${name}-${width}-${scheme}.png`));
        }
      }
    }
    for (const problem of await aside.problems()) console.log(problem);
  } finally {
    await aside.close();
    await fake.close();
  }
}

async function galleries(): Promise<readonly (readonly [name: string, text: string])[]> {
  const texts = ['gallery', 'gallery-rtl'].map((name) =>
    readFile(join(FIXTURES, 'markdown', `${name}.md`), 'utf8'),
  );
  const [ltr = '', rtl = ''] = await Promise.all(texts);
  const files = (await readdir(join(FIXTURES, 'charts'))).filter((file) => file.endsWith('.json')).sort();
  const charts = await Promise.all(
    files.map(async (file) => {
      const spec = await readFile(join(FIXTURES, 'charts', file), 'utf8');
      return `\`${file}\`\n\n\`\`\`vega-lite\n${spec}\n\`\`\`\n`;
    }),
  );
  const pages = Array.from({ length: Math.ceil(charts.length / CHARTS_EACH) }, (_, page) => {
    const some = charts.slice(page * CHARTS_EACH, (page + 1) * CHARTS_EACH);
    return [`charts-${page + 1}`, some.join('\n')] as const;
  });
  return [['ltr', ltr], ['rtl', rtl], ...pages];
}

/** Waits until every chart has about the width that it has room for; panels of one leave up to 4 pixels. */
async function allDrawn(panel: BrowserPage): Promise<void> {
  await poll('charts that fit', () =>
    panel.evaluate(() => {
      const stages = [...document.querySelectorAll('.markdown-chart-stage')];
      const isDrawn = stages.every((stage) => {
        const width = Number(stage.querySelector('svg')?.getAttribute('width') ?? 0);
        return Math.abs(width - stage.clientWidth) <= 4;
      });
      return (isDrawn && document.querySelector('.markdown-chart-waiting') === null) || undefined;
    }),
  );
  await still(panel);
}
