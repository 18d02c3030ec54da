import { parseArgs } from 'node:util';
import { BROWSER_NAMES, type BrowserName } from '../browsers/find-browser.ts';

export const USAGE = `Usage: npm start [-- OPTIONS] [-- "QUESTION"]

Builds Aside, opens a browser with it loaded, a sample page in the tab and the panel open beside it.
Where there is no display it does so out of sight: asks the question in the panel, prints the answer
as it streams with its citations, and writes a screenshot of the panel.

  --browser NAME   ${BROWSER_NAMES.join(', ')}; whichever is installed unless told
  --url URL        a page of your own instead of the sample page
  --headless       out of sight even where there is a display
  --help           this text

Examples:
  npm start
  npm start -- --browser firefox --url https://example.org/
  npm start -- --headless "How long is the arch?"`;

export interface StartOptions {
  readonly browser: BrowserName | null;
  readonly url: string | null;
  readonly headless: boolean;
  readonly question: string | null;
  readonly help: boolean;
}

/** Reads the command line. Throws one sentence about whatever it does not understand. */
export function readOptions(args: readonly string[]): StartOptions {
  const { values, positionals } = parse(args);
  const { browser = null, url = null, headless = false, help = false } = values;
  if (browser !== null && !isBrowserName(browser)) {
    throw new Error(`There is no browser called ${browser} here: choose from ${BROWSER_NAMES.join(', ')}.`);
  }
  if (url !== null && !/^(https?|file):/.test(URL.parse(url)?.protocol ?? '')) {
    throw new Error(`${url} is not the address of a page: give it whole, such as https://example.org/.`);
  }
  const question = positionals.join(' ').trim();
  return { browser, url, headless, help, question: question === '' ? null : question };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        browser: { type: 'string' },
        url: { type: 'string' },
        headless: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const [sentence] = String(error instanceof Error ? error.message : error).split('. ');
    throw new Error(`${sentence}. See npm start -- --help.`, { cause: error });
  }
}

function isBrowserName(name: string): name is BrowserName {
  return (BROWSER_NAMES as readonly string[]).includes(name);
}
