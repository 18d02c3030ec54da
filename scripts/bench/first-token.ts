import { launchAside } from '../browsers/launch-aside.ts';
import { connectProvider } from '../../tests/e2e/support/connect-provider.ts';
import { startFakeProvider } from '../../tests/support/fake-provider/start-fake-provider.ts';
import { median, type BenchOptions, type BenchPart, type BenchReport } from './bench-part.ts';
import { buildBareExtension } from './first-token/bare-extension.ts';
import { measureAsking, type Asker, type Before } from './first-token/measure-asking.ts';
import { measureOpening } from './first-token/measure-opening.ts';

/** How long a question takes to leave the browser, and a panel to open, beside an extension that does nothing else. */
export const firstTokenPart: BenchPart = {
  name: 'first-token',
  what: 'from the Enter key to the request, and from the toolbar to the composer, beside a bare extension',
  run: measureFirstToken,
};

interface Goal {
  readonly name: string;
  readonly most: number | null;
  readonly measure: (side: Asker) => Promise<number>;
}

/** About the size of a side panel, in CSS pixels. */
const PANEL = { width: 400, height: 800 };

const asking = (before: Before) => (side: Asker) => measureAsking(side, before);

const GOALS: readonly Goal[] = [
  { name: 'awake: Enter to request', most: 2, measure: asking('awake') },
  { name: 'asleep, question typed: Enter to request', most: 1.5, measure: asking('asleep, typed') },
  { name: 'asleep, question there at once: Enter to request', most: null, measure: asking('asleep, at once') },
  { name: 'toolbar to composer', most: 1.5, measure: ({ browser }) => measureOpening(browser) },
];

async function measureFirstToken({ runs, only }: BenchOptions): Promise<BenchReport> {
  const fake = await startFakeProvider();
  const bareExtension = await buildBareExtension(`${fake.url}/v1/chat/completions`);
  const aside = await launchAside('chromium', { grants: ['http://127.0.0.1/*'] });
  const bare = await launchAside('chromium', { extension: bareExtension.folder });
  try {
    const entry = { provider: 'OpenAI-compatible', name: 'Fake', baseUrl: fake.url, model: 'plain' } as const;
    await connectProvider(aside, entry);
    const page = await aside.openPage('sidepanel.html');
    const barePage = await bare.openPage('sidepanel.html');
    // As a panel is: a wide page shows the list of chats beside, and reads it anew with every question.
    for (const each of [page, barePage]) await each.setViewport(PANEL.width, PANEL.height);
    const answered = () => page.locate('article[aria-busy="true"]').waitFor({ state: 'hidden' });
    const sides = {
      aside: {
        browser: aside,
        page,
        fake,
        begin: () => page.getByRole('button', { name: 'New chat', exact: true }).click(),
        rest: async () => {
          await page.waitForText('1884');
          await answered();
        },
      },
      bare: {
        browser: bare,
        page: barePage,
        fake,
        begin: () => Promise.resolve(),
        rest: () => Promise.resolve(),
      },
    } satisfies Record<string, Asker>;
    const measured = [];
    for (const { name, most, measure } of GOALS.filter((goal) => goal.name.includes(only))) {
      const times = { aside: [] as number[], bare: [] as number[] };
      // The first round warms both up.
      for (let run = -1; run < runs; run++) {
        const bareTime = await measure(sides.bare);
        const asideTime = await measure(sides.aside);
        if (run < 0) continue;
        times.bare.push(bareTime);
        times.aside.push(asideTime);
      }
      measured.push({ name, most, times });
    }
    const rows = measured.map(({ name, most, times }) => {
      const ratio = median(times.aside) / median(times.bare);
      const cells = [median(times.aside).toFixed(1), median(times.bare).toFixed(1), ratio.toFixed(2)];
      return [name, ...cells, ...(most === null ? ['', ''] : [String(most), ratio <= most ? 'yes' : 'no'])];
    });
    const head = ['', 'Aside, ms', 'bare, ms', 'ratio', 'at most', 'met'];
    return { tables: [{ title: `Medians of ${runs}`, head, rows }], figures: measured };
  } finally {
    await Promise.all([aside.close(), bare.close()]);
    await Promise.all([fake.close(), bareExtension.remove()]);
  }
}
