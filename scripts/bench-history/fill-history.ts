import { build } from 'vite';
import type { BrowserPage } from '../browsers/aside-browser.ts';
import type { History } from '../../tests/support/history/store-history.ts';

interface Filled {
  readonly characters: number;
}

/** Writes a history into the database of Aside from one of its pages. Gives its length. */
export async function fillHistory(page: BrowserPage, history: History): Promise<Filled> {
  const outputs = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: new URL('../../tests/support/history/store-history.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'StoreHistory',
      },
    },
  });
  const [output] = Array.isArray(outputs) ? outputs : [outputs];
  const code = output !== undefined && 'output' in output ? output.output[0].code : undefined;
  if (code === undefined) throw new Error('The storage code could not be bundled.');
  const run = Object.assign((_: History): Promise<Filled> => Promise.reject(new Error('Runs in a page')), {
    toString: () => `(history) => { ${code}\nreturn StoreHistory.storeHistory(history); }`,
  });
  return page.evaluate(run, history);
}
