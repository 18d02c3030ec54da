import { afterAll, beforeAll } from 'vitest';
import type { AsideBrowser } from '../../../scripts/browsers/aside-browser.ts';
import type { BrowserFamily } from '../../../scripts/browsers/find-browser.ts';
import { startFakeProvider, type FakeProvider } from '../../support/fake-provider/start-fake-provider.ts';
import { connectProvider } from './connect-provider.ts';
import { serveCanary, type Canary } from './serve-canary.ts';
import { useAside } from './use-aside.ts';

/** What hostile answers are tried on. */
export interface InertStage {
  /** Keeps what it asks of the network. */
  readonly aside: AsideBrowser;
  /** Connected, by the name "Fake". */
  readonly fake: FakeProvider;
  /** Nobody may ask it anything. */
  readonly canary: Canary;
}

/** One for all tests of a `describe` block. Call the result inside tests. */
export function useInertStage(family: BrowserFamily): () => InertStage {
  let servers: Omit<InertStage, 'aside'> | undefined;
  const stage = (): InertStage => {
    if (servers === undefined) throw new Error('The stage is set before the first test of its block');
    return { aside: aside(), ...servers };
  };
  // What is set up first is taken down last.
  beforeAll(async () => {
    const [fake, canary] = await Promise.all([startFakeProvider(), serveCanary()]);
    servers = { fake, canary };
  });
  afterAll(async () => {
    await Promise.all([servers?.fake.close(), servers?.canary.close()]);
  });
  const aside = useAside(family, { logNetwork: true });
  beforeAll(() =>
    connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: stage().fake.url, model: 'any' }),
  );
  return stage;
}
