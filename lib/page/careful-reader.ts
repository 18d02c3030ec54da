import { ChatFailure } from '../domain/errors';
import { hostOfPage, privateReason, ruleFor, type SiteRules } from '../domain/site-rules';
import type { PageText } from '../domain/page';
import { tabAccess, type TabAccess } from '../platform/tab-access';
import type { PageSource } from './read-tab';

interface CarefulReaderDependencies {
  readonly read: PageSource['read'];
  /** What the user decided about sites. */
  readonly rules: () => Promise<SiteRules>;
  readonly accessTo?: (tabId: number) => Promise<TabAccess>;
}

/** Reads a tab's page unless its user does not want that: see `createCarefulReader`. */
export type CarefulRead = (
  tabId: number,
  options?: {
    readonly signal?: AbortSignal | undefined;
    /** Hosts whose private pages the user has just said yes to. */
    readonly confirmed?: readonly string[] | undefined;
  },
) => Promise<PageText>;

/**
 * Puts the user's word before every reading. Throws ChatFailure `page-never` where they said that the site is never to
 * be read (then nothing runs in the page), `page-private` where the page may hold what they would not want to send and
 * they have not said yes: what was read of it is dropped then.
 */
export function createCarefulReader(dependencies: CarefulReaderDependencies): CarefulRead {
  const { read, rules, accessTo = tabAccess } = dependencies;
  return async (tabId, { signal, confirmed = [] } = {}) => {
    const [known, access] = await Promise.all([rules(), accessTo(tabId).catch(() => null)]);
    refuseNever(known, access?.url);
    const page = await read(tabId, signal);
    refuseNever(known, page.url);
    const host = hostOfPage(page.url);
    const reason = privateReason(page.url, page.asksPassword === true);
    const allowed = ruleFor(known, page.url) === 'read' || confirmed.includes(host);
    if (reason !== null && !allowed) throw new ChatFailure({ kind: 'page-private', host, detail: reason });
    return page;
  };
}

function refuseNever(rules: SiteRules, url: string | undefined): void {
  if (url !== undefined && ruleFor(rules, url) === 'never') {
    throw new ChatFailure({ kind: 'page-never', host: hostOfPage(url) });
  }
}
