import type { BrowserPage } from '../browsers/aside-browser.ts';

/** Waits until the background has brought the index of texts up to date. Gives the seconds. */
export async function awaitIndex(page: BrowserPage): Promise<number> {
  return page.evaluate(async () => {
    const began = performance.now();
    for (;;) {
      const waiting = await new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('aside');
        opening.onerror = () => reject(opening.error ?? new Error('Not opened'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction(['unindexed', 'searchState']);
          const count = reading.objectStore('unindexed').count();
          const state = reading.objectStore('searchState').get('gone-through');
          reading.oncomplete = () => {
            opening.result.close();
            const through = state.result as { readonly done: boolean } | undefined;
            resolve(through?.done === true ? count.result : Infinity);
          };
        };
      });
      if (waiting < 48) return (performance.now() - began) / 1000;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  });
}
