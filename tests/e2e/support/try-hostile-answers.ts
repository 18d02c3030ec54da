import { expect } from 'vitest';
import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';
import { ALLOWED } from '../../support/inert/allowed.ts';
import type { HostileAnswer } from '../../support/inert/answers.ts';
import { auditAnswer, outlineOutside } from '../../support/inert/audit-answer.ts';
import { readWatch, watchPage } from '../../support/inert/watch-page.ts';
import { ask } from './ask.ts';
import type { InertStage } from './inert-stage.ts';

/** Opens a page that is ready to be judged: one harmless answer is there, and everything is drawn, however far off. */
export async function openWatchedPanel({ aside, fake }: InertStage): Promise<BrowserPage> {
  const panel = await aside.openPanel();
  fake.setScenario('say:Harmless.');
  await ask(panel, 'First, something harmless.');
  await settled(panel);
  await panel.evaluate(() => {
    const forced = new CSSStyleSheet();
    forced.replaceSync('.markdown-section { content-visibility: visible !important; }');
    document.adoptedStyleSheets.push(forced);
  });
  await panel.evaluate(watchPage);
  return panel;
}

/** Streams an answer into a watched panel and resolves to all that it did beside being text, in sentences. */
export async function tryHostileAnswer(
  stage: InertStage,
  panel: BrowserPage,
  { text, markers }: HostileAnswer,
  seed: number,
): Promise<readonly string[]> {
  const { fake, canary } = stage;
  const before = canary.requests.length;
  fake.setScenario(`cut:${seed}:${text}`);
  await ask(panel, `Hostile answer ${seed}.`);
  await settled(panel);
  return [
    ...(await judge(panel, markers)),
    ...canary.requests.slice(before).map(({ path }) => `request: ${canary.host}${path}`),
    ...(await strayRequests(stage)).map((entry) => `request: ${entry}`),
  ];
}

/** What the last answer of a watched panel did beside being text, in sentences. */
export async function judge(panel: BrowserPage, markers: readonly string[]): Promise<readonly string[]> {
  const audit = await panel.evaluate(auditAnswer, '.markdown', ALLOWED);
  const missing = markers.filter((marker, index) => audit.markers[index] !== marker);
  const breaches = await panel.evaluate(readWatch);
  const { turns } = await panel.evaluate(outlineOutside);
  return [
    ...audit.problems,
    ...missing.map((marker) => `${marker}: not shown`),
    ...breaches.map(({ kind, what }) => `${kind}: ${what}`),
    ...(turns.at(-1) === turns[0] ? [] : [`outside of the answer: ${turns.at(-1)} instead of ${turns[0]}`]),
  ];
}

/** Waits until the last answer is at its end, charts drawn. */
export async function settled(panel: BrowserPage): Promise<void> {
  const unfinished = () =>
    panel.evaluate(
      () =>
        document.querySelectorAll('[aria-busy="true"], .markdown-chart-waiting, .markdown-chart-plot:empty')
          .length + (document.querySelector('article.answer:last-child[aria-busy="false"]') === null ? 1 : 0),
    );
  await expect.poll(unfinished, { timeout: 60_000 }).toBe(0);
}

/** Hosts that browsers visit by themselves. */
const OWN_ERRANDS = /(?:^|\.)(?:google|googleapis|gstatic|mozilla|firefox|mozgcp)\.(?:com|org|net)$/;

/** What a browser asked of the network that was neither its own errand nor the panel's question to its provider. */
export async function strayRequests({ aside, fake }: InertStage): Promise<readonly string[]> {
  return (await aside.networkLog()).filter((entry) => {
    if (entry.startsWith(aside.baseUrl) || entry.startsWith(fake.url)) return false;
    const host =
      URL.canParse(entry) && entry.includes('//') ? new URL(entry).hostname : entry.replace(/:\d+$/, '');
    return host !== '127.0.0.1' && !OWN_ERRANDS.test(host);
  });
}
