import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright';
import type { AsideBrowser } from './aside-browser.ts';
import type { ChromiumProcess } from './chromium-process.ts';
import { poll } from './poll.ts';

/** Writes another version into an unpacked build's manifest and has the background load it; resolves when it runs. */
export async function updateUnpacked(
  extension: string,
  version: string,
  {
    context,
    process,
    evaluateInBackground,
  }: { context: BrowserContext; process: ChromiumProcess } & Pick<AsideBrowser, 'evaluateInBackground'>,
): Promise<void> {
  const file = join(extension, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...manifest, version }));
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  // Without the developer mode Chromium leaves an unpacked extension switched off when it is loaded anew.
  await page.evaluate('chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })');
  await evaluateInBackground(() => void setTimeout(() => chrome.runtime.reload(), 0));
  const id = JSON.stringify(process.extensionId);
  await poll('the new version', async () => {
    const state = await page.evaluate<string>(
      `chrome.developerPrivate.getExtensionInfo(${id}).then(({ state, version }) => state + ' ' + version)`,
    );
    return state === `ENABLED ${version}`;
  });
  await page.close();
}
