import type { UpdateOutcome } from './aside-browser.ts';
import { executeSource } from './firefox-page.ts';
import type { SendCommand } from './marionette.ts';

/** Installs an add-on's file over the one that runs, as the browser's updater does after its download. */
export function installFirefoxUpdate(send: SendCommand, file: string): Promise<UpdateOutcome> {
  const source = `async (path) => {
    const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
    const { FileUtils } = ChromeUtils.importESModule('resource://gre/modules/FileUtils.sys.mjs');
    const install = await AddonManager.getInstallForFile(new FileUtils.File(path));
    return new Promise((resolve, reject) => {
      install.addListener({
        onInstallEnded: () => resolve('installed'),
        onInstallPostponed: () => resolve('postponed'),
        onInstallFailed: ({ error }) => reject(new Error('The update failed: ' + error)),
      });
      void install.install();
    });
  }`;
  return executeSource(send, source, file);
}
