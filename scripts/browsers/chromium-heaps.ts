import type { ChromiumProcess } from './chromium-process.ts';
import type { AsideBrowser } from './aside-browser.ts';

interface Usage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
}

const processes = new WeakMap<AsideBrowser, () => ChromiumProcess>();

/** Remembers which process a browser of Chromium runs in now. */
export function rememberProcess(browser: AsideBrowser, current: () => ChromiumProcess): AsideBrowser {
  processes.set(browser, current);
  return browser;
}

/**
 * Bytes that all of Aside's pages, workers and its background hold in memory, garbage collected first: objects of
 * JavaScript, of the document, and array buffers. Chromium only.
 */
export async function heapsOf(browser: AsideBrowser): Promise<number> {
  const current = processes.get(browser);
  if (current === undefined) throw new Error('Only Chromium tells what is in its heaps');
  const { pipe, extensionId } = current();
  const { targetInfos } = await pipe.send<{ targetInfos: { targetId: string; url: string; type: string }[] }>(
    'Target.getTargets',
    { filter: [{}] },
  );
  const own = targetInfos.filter(
    ({ url, type }) => type !== 'tab' && url.startsWith(`chrome-extension://${extensionId}/`),
  );
  let bytes = 0;
  for (const { targetId } of own) {
    const attach = { targetId, flatten: true };
    const { sessionId } = await pipe.send<{ sessionId: string }>('Target.attachToTarget', attach);
    for (let round = 0; round < 2; round += 1) await pipe.send('HeapProfiler.collectGarbage', {}, sessionId);
    const usage = await pipe.send<Usage>('Runtime.getHeapUsage', {}, sessionId);
    bytes += usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
    await pipe.send('Target.detachFromTarget', { sessionId });
  }
  return bytes;
}
