import type { BrowserContext } from 'playwright';
import type { ChromiumProcess } from './chromium-process.ts';

/** Notes the user's consent to hosts, as the extensions page does: a later request for them shows no prompt. */
export async function agreeToOrigins(
  context: BrowserContext,
  process: ChromiumProcess,
  origins: readonly string[],
): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  const calls = origins.map(
    (origin) =>
      `chrome.developerPrivate.addHostPermission(${JSON.stringify([process.extensionId, origin]).slice(1, -1)})`,
  );
  await page.evaluate(`Promise.all([${calls.join()}]).then(() => undefined)`);
  await page.close();
}

/** Grants hosts at once: consent as above, then the request that a click in the extension would make. */
export async function grantOrigins(
  context: BrowserContext,
  process: ChromiumProcess,
  origins: readonly string[],
): Promise<void> {
  await agreeToOrigins(context, process, origins);
  const page = await context.newPage();
  await page.goto(`chrome-extension://${process.extensionId}/manifest.json`);
  const devtools = await context.newCDPSession(page);
  const { result } = await devtools.send('Runtime.evaluate', {
    expression: `chrome.permissions.request(${JSON.stringify({ origins })})`,
    awaitPromise: true,
    userGesture: true,
  });
  await page.close();
  if (result.value !== true)
    throw new Error(`Chromium did not grant ${origins.join(', ')}: ${result.description}`);
}
