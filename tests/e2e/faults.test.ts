import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { type FaultPlaces, startFaultPlaces } from '../support/fake-provider/fault-places.ts';
import { FAULTS } from '../support/fault-catalogue.ts';
import type { Fault, Outcome } from '../support/fault-outcomes.ts';
import { ask } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

/** The representative third of the fault catalogue in the real panel, each row by one of the three APIs in turn. */
const PROVIDERS = [
  { kind: 'openai', provider: 'OpenAI' },
  { kind: 'openai-compatible', provider: 'OpenAI-compatible' },
  { kind: 'anthropic', provider: 'Anthropic' },
] as const;

const SHOWN = FAULTS.filter(({ inPanel }) => inPanel);
const BY_PROVIDER = PROVIDERS.map(({ kind, provider }, turn) => ({
  provider,
  rows: SHOWN.flatMap((fault, index): (Fault & { readonly outcome: Outcome })[] => {
    const turns = [0, 1, 2].map((step) => (index + step) % PROVIDERS.length);
    const first = turns.find((at) => PROVIDERS[at] && fault.outcomes[PROVIDERS[at].kind] !== null);
    const outcome = fault.outcomes[kind];
    return first === turn && outcome !== null ? [{ ...fault, outcome }] : [];
  }),
}));

/** Shorter than a person would want it, and longer than any other row is silent. */
const LIMITS = { noticeMs: 1_000, stallMs: 3_000, localStallMs: 3_000 };
const USUAL = { noticeMs: 15_000, stallMs: 120_000, localStallMs: 300_000 };

let places: FaultPlaces;
beforeAll(async () => {
  places = await startFaultPlaces();
});
afterAll(() => places.close());

const posts = (): number => places.provider.requests.filter(({ method }) => method === 'POST').length;

/** The one answer of the panel's chat, as it is seen and as it is stored. */
async function readAnswer(panel: BrowserPage): Promise<Record<string, unknown>> {
  return await panel.evaluate(async () => {
    const answer = [...document.querySelectorAll<HTMLElement>('article.answer')].at(-1);
    const notice = answer?.querySelector<HTMLElement>('.notice');
    const words = (element: Element | null | undefined): string | null =>
      element ? ((element as HTMLElement).innerText ?? '').replace(/\s+/g, ' ').trim() : null;
    const request = indexedDB.open('aside');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(String(request.error)));
    });
    const all = database.transaction('messages').objectStore('messages').getAll();
    const rows = await new Promise<{ role: string; status: string; createdAt: number }[]>((resolve, reject) => {
      all.onsuccess = () => resolve(all.result as { role: string; status: string; createdAt: number }[]);
      all.onerror = () => reject(new Error(String(all.error)));
    });
    database.close();
    const answers = rows.filter(({ role }) => role === 'assistant').sort((a, b) => a.createdAt - b.createdAt);
    return {
      state: answers.at(-1)?.status,
      text: [...(answer?.querySelectorAll('.body') ?? [])].map(words).join(' '),
      words: words(notice?.querySelector('.title')),
      button: words(notice?.querySelector('.actions button:not(.quiet)')),
      isAlert: notice?.getAttribute('role') === 'alert',
      said: words(notice) ?? '',
    };
  });
}

/** A passing failure before the first token is tried twice more by itself. */
function triesOf({ error, text, also }: Outcome): number {
  const passes = error === 'overloaded' || error === 'server-error' || error === 'rate-limited';
  return passes && text === '' && !also?.includes('days') ? 3 : 1;
}

describe.each(FAMILIES)('faults in %s', (family) => {
  const aside = useAside(family);

  test('a third of the catalogue is shown', () => {
    expect(BY_PROVIDER.flatMap(({ rows }) => rows).length).toBeGreaterThanOrEqual(Math.floor(FAULTS.length / 3));
  });

  describe.each(BY_PROVIDER)('by $provider', ({ provider, rows }) => {
    beforeAll(async () => {
      const baseUrl = places.provider.url;
      await connectProvider(aside(), { provider, name: `My ${provider}`, baseUrl, model: 'claude-3-5-haiku' });
    });

    test.each(rows)('$name', async ({ name, scenario, isSilent, outcome }) => {
      places.provider.setScenario(scenario);
      if (isSilent) await setLimits(LIMITS);
      const panel = await aside().openPanel();
      // A notice may offer a new chat too; the header's comes first.
      await panel.getByRole('button', { name: 'New chat', exact: true }).first().click();
      await panel.getByRole('button', { name: `Model: My ${provider}` }).waitFor();
      const before = posts();
      await ask(panel, `What of ${name}?`);
      await panel.locate('article.answer[aria-busy="false"]').waitFor();
      const kept = outcome.text.trim() === '' ? 'Your question is kept.' : 'the text so far are kept.';
      expect(await readAnswer(panel)).toEqual({
        state: outcome.state,
        // A line separator would pass for a line break: the panel names it.
        text: outcome.text.replace('\u2028', 'U+2028').replace(/\s+/g, ' ').trim(),
        words: outcome.words === null ? null : expect.stringContaining(outcome.words),
        button: outcome.button,
        isAlert: outcome.error !== null,
        said: expect.stringContaining(outcome.error === null ? '' : kept),
      });
      expect(posts() - before).toBe(triesOf(outcome));
      expect(places.other.requests).toEqual([]);
      if (isSilent) await setLimits(USUAL);
    });
  });

  async function setLimits(limits: typeof USUAL): Promise<void> {
    await aside().evaluateInBackground(async (value) => {
      await chrome.storage.local.set({ 'time-limits': value });
    }, limits);
  }
});
