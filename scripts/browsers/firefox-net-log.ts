import { executeSource } from './firefox-page.ts';
import type { SendCommand } from './marionette.ts';

// Runs in the browser's own window, whose objects have no types to import: the scripts are plain source.

/** Starts to keep every address that anything in the browser opens a connection for. */
export function startNetLog(send: SendCommand): Promise<void> {
  const source = `() => {
    const asked = new Set();
    Services.asideNetLog = asked;
    const observe = (channel) => asked.add(channel.QueryInterface(Ci.nsIChannel).URI.spec);
    Services.obs.addObserver({ observe }, 'http-on-opening-request');
    Services.obs.addObserver({ observe }, 'http-on-modify-request');
  }`;
  return executeSource(send, source);
}

/** What was kept, and every host that was resolved lately: prefetching resolves and asks no more. */
export function readNetLog(send: SendCommand): Promise<readonly string[]> {
  const source = `async () => {
    const dashboard = Cc['@mozilla.org/network/dashboard;1'].getService(Ci.nsIDashboard);
    const { entries } = await new Promise((resolve) => dashboard.requestDNSInfo(resolve));
    for (const { hostname } of entries) Services.asideNetLog.add(hostname);
    return [...Services.asideNetLog];
  }`;
  return executeSource(send, source);
}
