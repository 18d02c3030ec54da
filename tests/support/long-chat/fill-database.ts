import { build } from 'vite';
import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';
import type { LongChat } from './store-long-chat.ts';

/** What was stored. */
interface Filled {
  readonly characters: number;
}

let source: Promise<string> | null = null;

/** Stores a chat in the database of Aside, by Aside's own storage code, from one of its pages. Gives its length. */
export async function fillDatabase(page: BrowserPage, chat: LongChat): Promise<Filled> {
  source ??= bundle();
  const code = await source;
  // Pages are given functions as text; this one's is made by the bundler.
  const run = Object.assign((_: LongChat): Promise<Filled> => Promise.reject(new Error('Runs in a page')), {
    toString: () => `(chat) => { ${code}\nreturn StoreLongChat.storeLongChat(chat); }`,
  });
  return page.evaluate(run, chat);
}

/** The storage code as one script that any page can run. */
async function bundle(): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: new URL('store-long-chat.ts', import.meta.url).pathname,
        formats: ['iife'],
        name: 'StoreLongChat',
      },
    },
  });
  const [output] = Array.isArray(outputs) ? outputs : [outputs];
  const code = output !== undefined && 'output' in output ? output.output[0].code : undefined;
  if (code === undefined) throw new Error('The storage code could not be bundled.');
  return code;
}
