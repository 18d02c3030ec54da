import { expect, it } from 'vitest';
import type { FoundServer } from '../../../../lib/domain/local/local-servers';
import type { ProviderConfig } from '../../../../lib/domain/provider-config';
import { ServerFinder } from '../../../../lib/panel/local/server-finder.svelte';
import { createTestClient } from '../../../support/test-client';

const FOUND: FoundServer = {
  kind: 'ollama',
  preset: null,
  name: 'Ollama',
  baseUrl: 'http://localhost:11434',
  models: [{ id: 'a' }, { id: 'b' }],
  error: null,
};

function finder(leave: Promise<boolean>, reply: () => unknown = () => [FOUND]) {
  const saved: ProviderConfig[] = [];
  const client = createTestClient(reply);
  const made = new ServerFinder({
    client,
    requestLoopbackAccess: () => leave,
    saveConfig: async (config) => void saved.push(config),
  });
  return { made, client, saved };
}

it('asks for leave before it looks', async () => {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const { made, client } = finder(promise);
  const over = made.find();
  expect(made.state).toBe('asking');
  expect(client.asked).toEqual([]);
  resolve(true);
  await over;
  expect(made).toMatchObject({ state: 'done', found: [FOUND] });
  expect(client.asked).toEqual([{ type: 'find-servers', at: null }]);
});

it('looks for nothing without leave', async () => {
  const { made, client } = finder(Promise.resolve(false));
  await made.find();
  expect(made.state).toBe('refused');
  expect(client.asked).toEqual([]);
});

it('adds what was found with the chosen model', async () => {
  const { made, saved } = finder(Promise.resolve(true));
  await made.find();
  await made.add(FOUND, 'b');
  expect(saved).toEqual([
    expect.objectContaining({ kind: 'ollama', preset: null, name: 'Ollama', baseUrl: FOUND.baseUrl, model: 'b' }),
  ]);
  expect(saved[0]).not.toHaveProperty('models');
});

it('says that the search broke off', async () => {
  const { made } = finder(Promise.resolve(true), () => {
    throw new Error('gone');
  });
  await made.find();
  expect(made.state).toBe('failed');
});
