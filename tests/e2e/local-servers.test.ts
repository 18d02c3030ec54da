import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { startLocalServer, type LocalServerRig } from '../support/start-local-server.ts';
import { ask, finishedAnswer } from './support/ask.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

let server: LocalServerRig;
beforeAll(async () => {
  server = await startLocalServer();
});
afterAll(() => server.close());

describe.each(FAMILIES)('a server on this machine in %s', (family) => {
  const aside = useAside(family);
  const scheme = family === 'firefox' ? 'moz-extension' : 'chrome-extension';

  async function openForm(baseUrl: string): Promise<BrowserPage> {
    await aside().agreeTo(['http://127.0.0.1/*']);
    const settings = await aside().openPage('options.html');
    await settings.getByRole('button', { name: 'Add provider' }).click();
    await settings.getByRole('combobox', { name: 'Provider', exact: true }).select('Ollama');
    await settings.getByRole('textbox', { name: 'Base URL', exact: true }).fill(baseUrl);
    await settings.getByRole('combobox', { name: 'Model', exact: true }).fill('llama3.2');
    await settings.getByRole('button', { name: 'Test connection' }).click();
    return settings;
  }

  test('that refuses extensions is told of with the command for this browser, and tested again', async () => {
    server.setMode('origin');
    const settings = await openForm(server.url);
    await settings.waitForText(/refuses browser extensions/);
    await settings.waitForText(new RegExp(`OLLAMA_ORIGINS="?${scheme}://\\*`));
    server.setMode('well');
    await settings.getByRole('button', { name: 'Test again' }).click();
    await settings.waitForText(/Connected to 127\.0\.0\.1/);
    await settings.close();
  });

  test('is found where another path was typed, set up, and answers', async () => {
    server.setMode('well');
    const settings = await openForm(`${server.url}/v2`);
    await settings.getByRole('button', { name: `Use ${server.url}` }).click();
    await settings.waitForText(/Connected to 127\.0\.0\.1/);
    await settings.getByRole('button', { name: 'Save', exact: true }).click();
    await settings.waitForText('Ollama is saved');
    await settings.close();
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await panel.getByRole('button', { name: 'Model: Ollama' }).waitFor();
    await ask(panel, 'Are you there?');
    expect(await finishedAnswer(panel, 'Ollama')).toContain('ok');
    expect(server.origins.some((line) => line.startsWith(`POST /api/chat ${scheme}://`))).toBe(true);
  });
});
