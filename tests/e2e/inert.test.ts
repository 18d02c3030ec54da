import { describe, expect, test } from 'vitest';
import { packAnswers } from '../support/inert/answers.ts';
import { allPayloads } from '../support/inert/corpora.ts';
import { EMBEDDING_NAMES } from '../support/inert/embeddings.ts';
import { ask, finishedAnswer, lastAnswer } from './support/ask.ts';
import { useInertStage } from './support/inert-stage.ts';
import { judge, openWatchedPanel, strayRequests, tryHostileAnswer } from './support/try-hostile-answers.ts';
import { FAMILIES } from './support/use-aside.ts';

/** One payload in so many is tried here, in one place; all in all places in tests/long/inert.test.ts. */
const SHARE = 8;

describe.each(FAMILIES)('what a hijacked model writes in %s', (family) => {
  const stage = useInertStage(family);

  test('is text: it runs nothing, asks for nothing, leaves its place by nothing', async () => {
    const panel = await openWatchedPanel(stage());
    const trials = allPayloads(stage().canary.host)
      .filter(({ number }) => number % SHARE === 0)
      .map((payload, index) => ({ payload, place: EMBEDDING_NAMES[index % EMBEDDING_NAMES.length] ?? 'list' }));
    for (const [seed, answer] of packAnswers(trials, 60_000).entries()) {
      expect(await tryHostileAnswer(stage(), panel, answer, seed)).toEqual([]);
    }
  });

  test('leads only where it says, in a tab, when it is clicked', async () => {
    const { aside, fake, canary } = stage();
    const panel = await aside.openPanel();
    fake.setScenario(
      `say:[bank.example](http://bank.example@${canary.host}/a?b) then [Enter](http://${canary.host}/key) and ` +
        `[run](javascript:alert(1)) ![pixel](https://secret.canary.invalid/p.png)`,
    );
    await ask(panel, 'Where to?');
    await finishedAnswer(panel, 'Fake');
    const answer = lastAnswer(panel, 'Fake');
    const link = answer.getByRole('link', { name: 'bank.example' });
    expect(await link.text()).toContain(canary.host);
    const status = panel.locate('.status');
    await link.hover();
    await status.waitForText(`http://bank.example@${canary.host}/a?b`);
    const address = await panel.url();
    await link.click();
    await expect.poll(() => canary.requests.map(({ path }) => path)).toContain('/a?b');
    await answer.getByRole('link', { name: 'Enter' }).press('Enter');
    await expect.poll(() => canary.requests.map(({ path }) => path)).toContain('/key');
    expect(canary.requests.filter(({ referrer }) => referrer !== undefined)).toEqual([]);
    expect(await panel.url()).toBe(address);
    const refused = answer.locate('.link-refused');
    await refused.hover();
    await status.waitForText('Not opened: javascript:alert(1)');
    // Names in links are not even resolved.
    expect((await strayRequests(stage())).filter((entry) => entry.includes('secret'))).toEqual([]);
  });

  test('would be noticed if it did more', async () => {
    const panel = await openWatchedPanel(stage());
    stage().fake.setScenario('say:Harmless, too.');
    await ask(panel, 'Again.');
    await finishedAnswer(panel, 'Fake');
    expect(await judge(panel, [])).toEqual([]);
    await panel.evaluate(() => {
      const answer = [...document.querySelectorAll('.markdown-section')].at(-1);
      const add = (tag: string, attributes: Record<string, string>) => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        element.append('text \u202E');
        answer?.append(element);
        return element;
      };
      add('a', { href: 'javascript:alert(1)', target: '_blank', rel: 'noopener noreferrer' });
      add('form', { action: 'https://form.canary.invalid/' });
      add('object', { id: 'app' });
      add('div', {}).style.setProperty('position', 'fixed');
      add('p', {}).style.setProperty('translate', '600px');
      answer?.closest('section')?.append(document.createElement('aside'));
      document.title = 'ran';
      window.alert('ran');
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          ...{
            effectiveDirective: 'img-src',
            violatedDirective: 'img-src',
            originalPolicy: '',
            documentURI: '',
            disposition: 'enforce',
            statusCode: 0,
          },
        }),
      );
      Object.defineProperty(window.Object.prototype, 'polluted', { value: 1, configurable: true });
      Object.assign(window, { leaked: 1 });
    });
    const noticed = (await judge(panel, ['inert 0 paragraph'])).join('\n');
    for (const sign of [
      ...['protocol javascript:', 'attribute action', 'tag: <object', 'id="app"', 'position fixed', 'out of its'],
      ...['hidden characters', 'run: alert(ran)', 'policy: img-src', 'page: title', 'page: prototypes'],
      ...['page: globals', 'outside of the answer', 'inert 0 paragraph: not shown'],
    ]) {
      expect(noticed).toContain(sign);
    }
  });
});
