import type { BrowserPage } from '../../browsers/aside-browser.ts';
import { devtoolsOf } from '../../browsers/chromium-page.ts';

/** What was seen in the panel of one answer. */
export interface Arrivals {
  /** Frames from the first words' arrival to the one that painted them, that one included. */
  readonly firstFrames: number;
  /** Milliseconds that words had waited to be shown, at each frame; 0 where all was shown. */
  readonly behind: readonly number[];
}

/**
 * Makes a panel note, from its next load on, when words reach it through its port and when they are shown. Costs a
 * frame loop, so costs are measured without it.
 */
export async function logArrivals(panel: BrowserPage): Promise<void> {
  const devtools = await devtoolsOf(panel);
  await devtools.send('Page.enable');
  await devtools.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${install.toString()})()` });
  await panel.reload();
  await panel.getByRole('textbox', { name: 'Message' }).waitFor();
}

/** Begins anew for the next answer. */
export function beginLog(panel: BrowserPage): Promise<void> {
  return panel.evaluate(() => (globalThis as unknown as { arrivalLog: ArrivalLog }).arrivalLog.begin());
}

/** What the log holds. */
export function readLog(panel: BrowserPage): Promise<Arrivals> {
  return panel.evaluate(() => (globalThis as unknown as { arrivalLog: ArrivalLog }).arrivalLog.read());
}

/** What of the extension API is listened to. */
interface Runtime {
  connect: (...options: unknown[]) => {
    readonly onMessage: { addListener: (listener: (message: PortMessage) => void) => void };
  };
}

interface PortMessage {
  readonly type?: string;
  readonly batch?: { readonly events: readonly { readonly type: string; readonly text?: string }[] };
}

interface ArrivalLog {
  begin: () => void;
  read: () => Arrivals;
}

/** Runs in the panel before its own scripts: self-contained. Numbered words (`q00012`) tell how far the text is. */
function install(): void {
  let arrivedAt: number[] = [];
  let behind: number[] = [];
  let frames = 0;
  let firstFrames = 0;
  let firstAt = 0;
  let inFrame = false;
  let running = false;
  let loop = 0;
  const observer = new MutationObserver(() => {
    if (firstFrames > 0 || firstAt === 0 || shownNumber() < 1) return;
    firstFrames = inFrame ? frames : frames + 1;
  });

  const lastNumber = (text: string): number => Number([...text.matchAll(/q(\d{5})/g)].at(-1)?.[1] ?? 0);

  function shownNumber(): number {
    const answer = [...document.querySelectorAll('article[aria-busy] .markdown')].at(-1);
    for (let part = answer?.lastElementChild; part; part = part.previousElementSibling) {
      const number = lastNumber(part.textContent ?? '');
      if (number > 0) return number;
    }
    return 0;
  }

  function frame(): void {
    loop = requestAnimationFrame(frame);
    frames += 1;
    inFrame = true;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      inFrame = false;
      if (firstAt === 0) return;
      const waiting = arrivedAt[shownNumber() + 1];
      behind.push(waiting === undefined ? 0 : performance.now() - waiting);
    };
    port2.postMessage(null);
  }

  function arrived(text: string): void {
    const now = performance.now();
    const numbers = [...text.matchAll(/q(\d{5})/g)].map(([, number]) => Number(number));
    for (const number of numbers) arrivedAt[number] ??= now;
    if (firstAt > 0 || numbers.length === 0) return;
    firstAt = now;
    frames = 0;
  }

  const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
  const connect = runtime.connect.bind(runtime);
  runtime.connect = (...options) => {
    const port = connect(...options);
    port.onMessage.addListener(({ type, batch }) => {
      if (!running || type !== 'run-batch') return;
      const texts = batch?.events.filter((event) => event.type === 'text-delta') ?? [];
      if (texts.length > 0) arrived(texts.map(({ text }) => text ?? '').join(''));
    });
    return port;
  };

  (globalThis as unknown as { arrivalLog: ArrivalLog }).arrivalLog = {
    begin() {
      arrivedAt = [];
      behind = [];
      frames = 0;
      firstFrames = 0;
      firstAt = 0;
      running = true;
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      loop = requestAnimationFrame(frame);
    },
    read() {
      running = false;
      cancelAnimationFrame(loop);
      observer.disconnect();
      return { firstFrames, behind };
    },
  };
}
