import type { AsideBrowser, BrowserPage } from '../browsers/aside-browser.ts';
import { startLocalServer, type LocalMode } from '../../tests/support/start-local-server.ts';

type Take = (page: BrowserPage, name: string, sizes: readonly (readonly [number, number])[]) => Promise<void>;

const SIZES = [
  [360, 1400],
  [480, 1300],
] as const;

/** Each state of a server near by, as the name of its picture, the address, the model and the words that it shows. */
const STATES: readonly (readonly [string, LocalMode, (url: string) => string, string, RegExp])[] = [
  ['origin-refused', 'origin', (url) => url, 'llama3.2', /refuses browser extensions/],
  ['no-model', 'well', (url) => url, 'gemma3', /does not have the model/],
  ['empty', 'no-models', (url) => url, '', /has no model yet/],
  ['loading', 'loading', (url) => url, 'llama3.2', /still loading/],
  ['out-of-memory', 'memory', (url) => url, 'llama3.2', /too little memory/],
  ['not-running', 'well', () => 'http://127.0.0.1:9', 'llama3.2', /Nothing answers/],
  ['wrong-path', 'well', (url) => `${url}/v2`, 'llama3.2', /not at this address/],
  ['not-encrypted', 'well', (url) => url.replace('http:', 'https:'), 'llama3.2', /does not speak https/],
];

/** Takes a picture of the doctor in each of its states that a server on this machine can bring about. */
export async function takeDoctor(aside: AsideBrowser, take: Take): Promise<void> {
  const server = await startLocalServer();
  await aside.agreeTo(['http://127.0.0.1/*', 'https://127.0.0.1/*']);
  try {
    for (const [name, mode, address, model, words] of STATES) {
      server.setMode(mode);
      const settings = await aside.openPage('options.html');
      await settings.getByRole('button', { name: 'Add provider' }).click();
      await settings.getByRole('combobox', { name: 'Provider', exact: true }).select('Ollama');
      await settings.getByRole('textbox', { name: 'Base URL', exact: true }).fill(address(server.url));
      if (model !== '') await settings.getByRole('combobox', { name: 'Model', exact: true }).fill(model);
      await settings.getByRole('button', { name: 'Test connection' }).click();
      await settings.waitForText(words);
      await take(settings, `doctor-${name}`, SIZES);
      await settings.close();
    }
  } finally {
    await server.close();
  }
}
