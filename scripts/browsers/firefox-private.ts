import { executeSource } from './firefox-page.ts';
import type { SendCommand } from './marionette.ts';
import { poll } from './poll.ts';

/** Opens a private window, in which the extension may run; scripts of the window act in it from then on. */
export async function openPrivateWindow(send: SendCommand, addonId: string): Promise<string> {
  await allowPrivateWindows(send, addonId);
  const before = await send<string[]>('WebDriver:GetWindowHandles');
  await send('WebDriver:NewWindow', { type: 'window', focus: true, private: true });
  const handle = await poll('the private window', async () => {
    const now = await send<string[]>('WebDriver:GetWindowHandles');
    return now.find((found) => !before.includes(found));
  });
  await send('WebDriver:SwitchToWindow', { handle, focus: true });
  return handle;
}

/** Closes the private window, and goes back to the one that is left when the browser has let go of it. */
export async function closePrivateWindow(send: SendCommand): Promise<void> {
  await executeSource(
    send,
    `() => {
      Services.asidePrivateEnded = false;
      Services.obs.addObserver(function seen() {
        Services.obs.removeObserver(seen, 'last-pb-context-exited');
        Services.asidePrivateEnded = true;
      }, 'last-pb-context-exited');
    }`,
  );
  await send('WebDriver:CloseChromeWindow');
  const [handle] = await send<string[]>('WebDriver:GetWindowHandles');
  await send('WebDriver:SwitchToWindow', { handle, focus: true });
  await poll('the private window to close', () =>
    executeSource<boolean>(send, '() => Services.asidePrivateEnded'),
  );
}

/** Lets the extension run in private windows as the browser's page of add-ons does, which starts it anew. */
async function allowPrivateWindows(send: SendCommand, addonId: string): Promise<void> {
  const source = `async (id) => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const { extension, privateBrowsingAllowed } = WebExtensionPolicy.getByID(id);
    if (privateBrowsingAllowed) return;
    const permissions = ['internal:privateBrowsingAllowed'];
    await ExtensionPermissions.add(id, { permissions, origins: [], data_collection: [] }, extension);
    await (await AddonManager.getAddonByID(id)).reload();
  }`;
  await executeSource(send, source, addonId);
}
