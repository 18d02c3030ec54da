import { setTimeout as sleep } from 'node:timers/promises';
import type { AsideBrowser, BrowserPage } from '../../browsers/aside-browser.ts';
import type { FakeProvider } from '../../../tests/support/fake-provider/start-fake-provider.ts';

/** What stood before the Enter key: the background ran; it slept and the question was typed, or put in at once. */
export type Before = 'awake' | 'asleep, typed' | 'asleep, at once';

/** About as long as a person takes from the first letter of a short question to its last, in ms; most take longer. */
const TYPING_MS = 1_000;

/** One side of the comparison: a browser, its panel, and how a new chat begins there. */
export interface Asker {
  readonly browser: AsideBrowser;
  readonly page: BrowserPage;
  readonly fake: FakeProvider;
  readonly begin: () => Promise<void>;
  /** Resolves when the answer is over and nothing moves. */
  readonly rest: () => Promise<void>;
}

/** Milliseconds from the Enter key in the panel to the request at the server. */
export async function measureAsking({ browser, page, fake, begin, rest }: Asker, before: Before): Promise<number> {
  await begin();
  await page.evaluate(() => {
    const world = self as unknown as { enteredAt?: number };
    delete world.enteredAt;
    addEventListener(
      'keydown',
      ({ key }) => {
        if (key === 'Enter') world.enteredAt ??= Date.now();
      },
      { capture: true, once: false },
    );
  });
  const field = page.getByRole('textbox', { name: 'Message' });
  if (before !== 'awake') await browser.stopBackground();
  await field.fill('When was');
  if (before === 'asleep, typed') await sleep(TYPING_MS);
  if (before !== 'asleep, at once') await field.type(' it built?');
  const seen = fake.requests.length;
  const arrived = fake.until((all) => all.length > seen).then(() => Date.now());
  await field.press('Enter');
  const at = await arrived;
  const entered = await page.evaluate(() => (self as unknown as { enteredAt: number }).enteredAt);
  await rest();
  return at - entered;
}
