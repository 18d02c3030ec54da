import { describe, expect, test, vi } from 'vitest';
import { startBareBrowser, type BareBrowser } from '../../scripts/browsers/bare-browser.ts';
import { poll } from '../../scripts/browsers/poll.ts';
import { ask, finishedAnswer, lastAnswer } from '../e2e/support/ask.ts';
import { connectProvider } from '../e2e/support/connect-provider.ts';
import { FAMILIES } from '../e2e/support/use-aside.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { prepareProfile, type PreparedProfile } from './support/prepared-profile.ts';

const ANSWER = 'second-1 second-101 second-201 second-301 second-331';
/** The answer's beginning, its five words and its end. */
const PIECES = 7;
/** Both browsers stop an idle background after 30 s. */
const IDLE_MS = 30_000;
const SLACK_MS = 30_000;

const WAYS = ['hidden', 'closed'] as const;
const CASES = FAMILIES.flatMap((family) => WAYS.map((way) => ({ family, way })));

describe('silent thinking, no debugger anywhere', () => {
  test.concurrent.each(CASES)('a run with gaps of 100 s lives 331 s in $family, panel $way', async (one) => {
    const { family, way } = one;
    const fake = await startFakeProvider();
    const prepared = await prepareProfile(family, (aside) =>
      connectProvider(aside, { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'gaps' }),
    );
    const bare = await startBareBrowser(family, prepared);
    try {
      await askBare(bare, prepared, fake);
      await putAway(bare, way);
      const workers = new Set<number>();
      await vi.waitFor(
        async () => {
          workers.add(await bare.countWorkers());
          expect(isOver(fake)).toBe(true);
        },
        { timeout: 400_000, interval: 5_000 },
      );
      const [run] = answersAsked(fake);
      const lived = (run?.writtenAt.at(-1) ?? 0) - (run?.writtenAt[0] ?? 0);
      console.info(`${family}, panel ${way}: lived ${Math.round(lived / 1000)} s`);
      expect(run?.writtenAt).toHaveLength(PIECES);
      expect(run?.aborted).toBe(false);
      expect(answersAsked(fake)).toHaveLength(1);
      if (family === 'chromium') {
        expect([...workers]).toEqual([1]);
        await expectWorkerToStop(bare, way);
      }
    } finally {
      await bare.close();
    }
    await expectStored(prepared);
    await prepared.discard();
    await fake.close();
  });
});

/** What Chromium's threads show, Firefox says of itself; Marionette keeps nothing awake there. */
test('with no run the event page of Firefox stops, be the panel open or closed', async () => {
  const fake = await startFakeProvider();
  const prepared = await prepareProfile('firefox', (aside) =>
    connectProvider(aside, { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'trickle:100' }),
  );
  const aside = await prepared.launch();
  const panel = await aside.openPanel();
  await ask(panel, 'Count for a minute.');
  await poll(
    'the answer',
    async () => {
      expect(await aside.isBackgroundAwake()).toBe(true);
      return (await lastAnswer(panel, 'Fake').text()).includes('wörd-600');
    },
    90_000,
  );
  await finishedAnswer(panel, 'Fake');
  for (const way of ['open', 'closed']) {
    const since = Date.now();
    await poll('the event page to stop', async () => !(await aside.isBackgroundAwake()), IDLE_MS + SLACK_MS);
    console.info(`firefox, panel ${way}: the event page stopped after ${(Date.now() - since) / 1000} s`);
    if (way === 'open') await aside.closePanel();
    else break;
    await aside.evaluateInBackground(() => undefined);
    expect(await aside.isBackgroundAwake()).toBe(true);
  }
  await aside.close();
  await prepared.discard();
  await fake.close();
});

async function askBare(bare: BareBrowser, { baseUrl }: PreparedProfile, fake: FakeProvider): Promise<void> {
  const patiently = { timeout: 120_000, interval: 3_000 };
  // Keys that come before the window or the page is ready are lost.
  await vi.waitFor(async () => {
    await bare.visit(`${baseUrl}sidepanel.html`);
    await poll('the panel', async () => (await bare.title()).includes('Aside'), 5_000);
  }, patiently);
  await vi.waitFor(async () => {
    await bare.type('Think, please.');
    await bare.press('Return');
    await poll('the request', () => answersAsked(fake).length === 1, 5_000);
  }, patiently);
}

async function putAway(bare: BareBrowser, way: (typeof WAYS)[number]): Promise<void> {
  await bare.press('ctrl+t');
  if (way === 'closed') await bare.press('ctrl+Prior', 'ctrl+w');
}

function answersAsked(fake: FakeProvider): FakeProvider['requests'] {
  return fake.requests.filter(({ method }) => method === 'POST');
}

function isOver(fake: FakeProvider): boolean {
  return answersAsked(fake).some(({ aborted, writtenAt }) => aborted || writtenAt.length >= PIECES);
}

async function expectWorkerToStop(bare: BareBrowser, way: string): Promise<void> {
  const since = Date.now();
  await poll('the worker to stop', async () => (await bare.countWorkers()) === 0, IDLE_MS + SLACK_MS);
  console.info(`chromium, panel ${way}: the worker stopped ${(Date.now() - since) / 1000} s after the answer`);
}

async function expectStored(prepared: PreparedProfile): Promise<void> {
  const aside = await prepared.launch();
  const panel = await aside.openPage('sidepanel.html');
  const answer = lastAnswer(panel, 'Fake');
  await answer.waitForText(ANSWER);
  expect(await answer.getByRole('alert').count()).toBe(0);
  expect(await answer.attribute('aria-busy')).toBe('false');
  await aside.close();
}
