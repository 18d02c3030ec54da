import { originPattern } from '../domain/provider-config';
import { browser } from './browser';

/** Whether the browser lets Aside reach the host even if it doesn't answer CORS. */
export function hasHostAccess(baseUrl: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originPattern(baseUrl)] });
}

/** Asks for access to the host. Must be called in a click, before any await. Resolves to false on a refusal. */
export function requestHostAccess(baseUrl: string): Promise<boolean> {
  return browser.permissions.request({ origins: [originPattern(baseUrl)] }).catch(() => false);
}

/** Match patterns of the sites and servers that Aside may reach for good. */
export async function allowedSites(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Gives the access to a match pattern back. */
export async function disallowSite(pattern: string): Promise<void> {
  await browser.permissions.remove({ origins: [pattern] });
}

/**
 * Firefox's question about what may be sent to a provider; other browsers have none and resolve to true. Firefox
 * wants it alone in its request, in a click, before any await.
 */
export function requestDataCollection(): Promise<boolean> {
  if (import.meta.env.BROWSER !== 'firefox') return Promise.resolve(true);
  const request = browser.permissions.request as (permissions: unknown) => Promise<boolean>;
  return request({ data_collection: ['websiteContent', 'personalCommunications', 'authenticationInfo'] }).catch(
    () => false,
  );
}

/** Asks for leave to reach servers on this machine. Must be called in a click, before any await. */
export function requestPatterns(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] }).catch(() => false);
}
