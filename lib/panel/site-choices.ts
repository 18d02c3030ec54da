import { hostOfPage, withRule, type SiteRule, type SiteRules } from '../domain/site-rules';
import type { PageContext } from './page-context.svelte';
import type { StoredItem } from './stored-item.svelte';

interface SiteChoicesDependencies {
  readonly siteRules: Pick<StoredItem<SiteRules>, 'update'>;
  readonly context: Pick<PageContext, 'current' | 'refresh'>;
  /** Asks for a site's pages for good; must run inside a click. */
  readonly requestSite: (url: string) => Promise<boolean>;
  /** Asks for every site's pages; must run inside a click. */
  readonly requestAllSites: () => Promise<boolean>;
  /** A refusal is an answer: this says what still works. */
  readonly onRefused: () => void;
}

/** What a user decides about reading the site in front of them. */
export interface SiteChoices {
  /** Decides for the site of the page on the chip, and reads it or lets go of it. */
  set(rule: SiteRule | null): Promise<void>;
  /** Lets Aside read the site of the page on the chip for good; must run inside a click. */
  allowSite(): Promise<boolean>;
  /** Lets Aside read every site for good; must run inside a click. */
  allowAllSites(): Promise<boolean>;
}

/** Makes the choices over the page on the chip. */
export function createSiteChoices(dependencies: SiteChoicesDependencies): SiteChoices {
  const { siteRules, context, requestSite, requestAllSites, onRefused } = dependencies;

  function host(): string | null {
    const { current } = context;
    if (current.kind === 'ready') return hostOfPage(current.page.url);
    return (current.kind === 'failed' && current.error.host) || null;
  }

  async function readOnce(granting: Promise<boolean>): Promise<boolean> {
    const granted = await granting;
    if (granted) await context.refresh(true);
    else onRefused();
    return granted;
  }

  return {
    async set(rule) {
      const of = host();
      if (of === null) return;
      await siteRules.update((now) => withRule(now, of, rule));
      await context.refresh(true);
    },
    allowSite: () =>
      context.current.kind === 'ready' ? readOnce(requestSite(context.current.page.url)) : Promise.resolve(false),
    allowAllSites: () => readOnce(requestAllSites()),
  };
}
