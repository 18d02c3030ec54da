import { join } from 'node:path';
import type { AsideBrowser } from '../browsers/aside-browser.ts';
import { familyOf, findBrowser, locateBrowser, type BrowserName } from '../browsers/find-browser.ts';
import { ensureBrowsers } from '../browsers/install-browsers.ts';
import { launchAside } from '../browsers/launch-aside.ts';
import { buildIfChanged } from '../build-aside.ts';
import { step } from '../progress.mjs';
import { askPanel } from './ask-panel.ts';
import { claimProfile } from './claim-profile.ts';
import { readOptions, USAGE, type StartOptions } from './options.ts';
import { serveSamplePage } from './serve-sample-page.ts';

const SAMPLE_QUESTION = 'When was the bridge built?';
const PAGE_QUESTION = 'What is this page about?';
const SCREENSHOT = join('test-results', 'panel.png');
const INTERRUPTED = 130;

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(USAGE);
  else await start(options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start(options: StartOptions): Promise<void> {
  const name =
    options.browser ?? (locateBrowser('chromium') || !locateBrowser('firefox') ? 'chromium' : 'firefox');
  await ensureBrowsers([name]);
  await buildIfChanged(familyOf(name));
  const url = options.url ?? (await serveSamplePage());
  const headless = options.headless || !hasDisplay();
  const browser = await step(`Opening ${findBrowser(name)} with Aside`, () => launch(name, url, headless));
  // Whatever ends this process, the browser it started ends with it; Ctrl+C lets it end in good order.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void browser.close().finally(() => process.exit(INTERRUPTED)));
  }
  if (headless) await askHeadless(browser, options);
  else await stayOpen(browser, options);
}

async function launch(name: BrowserName, url: string, headless: boolean): Promise<AsideBrowser> {
  const common = { program: findBrowser(name), url, headless };
  if (headless) return launchAside(familyOf(name), common);
  const folder = join(import.meta.dirname, '../../.cache/start', name);
  const profile = (await claimProfile(folder)) ? { profile: folder } : {};
  return launchAside(familyOf(name), { ...common, ...profile, width: 1360, height: 900 });
}

async function stayOpen(browser: AsideBrowser, { question }: StartOptions): Promise<void> {
  const panel = await browser.openPanel();
  if (question !== null) {
    await panel.getByRole('textbox', { name: 'Message' }).fill(question);
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
  }
  console.log('Aside is open beside the page. Close the browser or press Ctrl+C to end.');
  await browser.ended();
}

async function askHeadless(browser: AsideBrowser, options: StartOptions): Promise<void> {
  const question = options.question ?? (options.url === null ? SAMPLE_QUESTION : PAGE_QUESTION);
  try {
    const panel = await browser.openPanel();
    await panel.setViewport(400, 820);
    console.log(`\nYou: ${question}\n`);
    const answer = await askPanel(panel, question, (text) => process.stdout.write(text));
    console.log('\n');
    for (const { number, quote } of answer.citations) console.log(`[${number}] ${quote}`);
    await panel.screenshot(SCREENSHOT);
    console.log(`\nScreenshot of the panel: ${SCREENSHOT}`);
    if (answer.failure !== '') {
      console.error(answer.failure);
      process.exitCode = 1;
    }
  } finally {
    await browser.close();
  }
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
