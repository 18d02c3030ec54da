import type { AsideBrowser, BrowserPage } from '../../browsers/aside-browser.ts';
import { launchAside } from '../../browsers/launch-aside.ts';
import { connectProvider } from '../../../tests/e2e/support/connect-provider.ts';
import { startFakeProvider, type FakeProvider } from '../../../tests/support/fake-provider/start-fake-provider.ts';
import { serveFloor, type FloorServer } from './floor-server.ts';

/** The built panel in a real Chromium with a provider that streams over loopback, and the floor beside it. */
export interface Stage {
  readonly aside: AsideBrowser;
  readonly panel: BrowserPage;
  readonly fake: FakeProvider;
  readonly floor: FloorServer;
  readonly close: () => Promise<void>;
}

/** Sets it up; the panel is the real one in the side. */
export async function setStage(): Promise<Stage> {
  const fake = await startFakeProvider();
  const floor = await serveFloor();
  const aside = await launchAside('chromium', { grants: ['http://127.0.0.1/*'] });
  await connectProvider(aside, { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'any' });
  const panel = await aside.openPanel();
  await panel.getByRole('textbox', { name: 'Message' }).waitFor();
  return {
    aside,
    panel,
    fake,
    floor,
    close: async () => {
      await aside.close();
      await Promise.all([fake.close(), floor.close()]);
    },
  };
}
