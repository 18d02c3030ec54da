import type { AsideBrowser } from '../../../scripts/browsers/aside-browser.ts';

export const KEY = 'sk-canary-7f3a9c51e2';

/** What a user types into the settings page to connect a provider. */
export interface ProviderEntry {
  /** The visible choice of the field "Provider". */
  readonly provider: 'OpenAI' | 'Anthropic' | 'OpenAI-compatible';
  readonly name: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly key?: string;
}

/** Adds a provider through the settings page, as a user would, and makes it the one of new chats. */
export async function connectProvider(aside: AsideBrowser, entry: ProviderEntry): Promise<void> {
  await aside.agreeTo(['http://127.0.0.1/*']);
  const settings = await aside.openPage('options.html');
  await settings.getByRole('button', { name: 'Add provider' }).click();
  await settings.getByRole('combobox', { name: 'Provider', exact: true }).select(entry.provider);
  await settings.getByRole('textbox', { name: 'Name', exact: true }).fill(entry.name);
  await settings.getByRole('textbox', { name: 'Base URL', exact: true }).fill(entry.baseUrl);
  await settings.getByLabel('API key').fill(entry.key ?? KEY);
  await settings.getByRole('combobox', { name: 'Model', exact: true }).fill(entry.model);
  await settings.getByRole('button', { name: 'Save', exact: true }).click();
  await settings.waitForText(`${entry.name} is saved`);
  await settings.close();
}
