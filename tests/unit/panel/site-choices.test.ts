import { describe, expect, test } from 'vitest';
import type { PageState } from '../../../lib/panel/page-context.svelte';
import { createSiteChoices } from '../../../lib/panel/site-choices';
import { previewOf } from '../../../lib/domain/page-preview';
import type { SiteRules } from '../../../lib/domain/site-rules';
import { block, snapshotRow } from '../../support/rows';

const READY: PageState = { kind: 'ready', tabId: 1, page: previewOf(snapshotRow('s', [block('b1', 'one')])) };
const REFUSED: PageState = { kind: 'failed', tabId: 1, error: { kind: 'page-never', host: 'bank.example' } };

function rig(current: PageState, grants = true) {
  const log: string[] = [];
  let rules: SiteRules = {};
  const sites = createSiteChoices({
    siteRules: { update: async (change) => void (rules = change(rules)) },
    context: { current, refresh: async (on) => void log.push(`refresh ${on}`) },
    requestSite: async (url) => (log.push(url), grants),
    requestAllSites: async () => (log.push('all'), grants),
    onRefused: () => log.push('refused'),
  });
  return { sites, log, rules: () => rules };
}

describe('choices about a site', () => {
  test('are kept for the host of the page, read or refused, and take effect at once', async () => {
    const read = rig(READY);
    await read.sites.set('never');
    expect(read.rules()).toEqual({ 'example.com': 'never' });
    expect(read.log).toEqual(['refresh true']);
    const refused = rig(REFUSED);
    await refused.sites.set('read');
    expect(refused.rules()).toEqual({ 'bank.example': 'read' });
    await refused.sites.set(null);
    expect(refused.rules()).toEqual({});
  });

  test('are none where no site is known', async () => {
    const { sites, log, rules } = rig({ kind: 'off' });
    await sites.set('never');
    expect(await sites.allowSite()).toBe(false);
    expect([log, rules()]).toEqual([[], {}]);
  });

  test('ask the browser, and read the page once it agrees', async () => {
    const { sites, log } = rig(READY);
    expect(await sites.allowSite()).toBe(true);
    expect(await sites.allowAllSites()).toBe(true);
    expect(log).toEqual(['https://example.com/a', 'refresh true', 'all', 'refresh true']);
  });

  test('take a refusal for an answer', async () => {
    const { sites, log } = rig(READY, false);
    expect(await sites.allowSite()).toBe(false);
    expect(log).toEqual(['https://example.com/a', 'refused']);
  });
});
