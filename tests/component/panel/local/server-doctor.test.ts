import { expect, it } from 'vitest';
import type { ProviderId } from '../../../../lib/domain/ids';
import type { FoundServer } from '../../../../lib/domain/local/local-servers';
import type { ProviderConfig } from '../../../../lib/domain/provider-config';
import { moveForm } from '../../../../lib/panel/local/move-form';
import { ServerDoctor } from '../../../../lib/panel/local/server-doctor.svelte';
import { ProviderForm } from '../../../../lib/panel/provider-form.svelte';
import { createTestClient } from '../../../support/test-client';

const CONFIG: ProviderConfig = {
  id: 'p' as ProviderId,
  kind: 'ollama',
  preset: null,
  name: 'Ollama',
  baseUrl: 'http://localhost:11434',
  model: 'llama3.2',
  avatar: 'icon:bot',
  allowInsecure: false,
};
const FOUND: FoundServer = { ...CONFIG, baseUrl: 'http://localhost:11434', models: [{ id: 'a' }], error: null };

function doctor({ hasAccess = true, others = [] as readonly FoundServer[] } = {}) {
  const client = createTestClient(({ type }) => (type === 'find-servers' ? others : null));
  const made = new ServerDoctor({
    client,
    hasHostAccess: async () => hasAccess,
    machine: async () => ({ os: 'linux', browser: 'chrome', origin: 'chrome-extension://abc' }),
  });
  return { made, client };
}

it('looks what else answers at the host, and says what is wrong', async () => {
  const { made } = doctor({ others: [FOUND] });
  await made.examine(
    { ...CONFIG, baseUrl: 'https://localhost:11434' },
    { ok: false, error: { kind: 'unreachable', host: 'localhost:11434' } },
  );
  expect(made.diagnosis).toMatchObject({ ailment: 'not-encrypted', cure: { type: 'use-server', server: FOUND } });
  made.dismiss();
  expect(made.diagnosis).toBeNull();
});

it('looks round only where it may, and says nothing of servers far away', async () => {
  const { made, client } = doctor({ hasAccess: false });
  await made.examine(CONFIG, { ok: false, error: { kind: 'unreachable' } });
  expect(made.diagnosis?.ailment).toBe('no-permission');
  await made.examine(
    { ...CONFIG, baseUrl: 'https://api.example.com' },
    { ok: false, error: { kind: 'unreachable' } },
  );
  expect(made.diagnosis).toBeNull();
  expect(client.asked).toEqual([]);
});

it('says nothing where all is well', async () => {
  const { made } = doctor();
  await made.examine(CONFIG, { ok: true, models: [{ id: 'llama3.2:latest' }] });
  expect(made.diagnosis).toBeNull();
});

it('leads a form to the server that answers', () => {
  const { client } = doctor();
  const form = new ProviderForm(
    {
      client,
      hasHostAccess: async () => true,
      requestHostAccess: async () => true,
      requestDataCollection: async () => true,
      saveConfig: async () => undefined,
    },
    null,
  );
  moveForm(form, FOUND);
  expect(form).toMatchObject({ baseUrl: 'http://localhost:11434', choice: { id: 'ollama' } });
  moveForm(form, { kind: 'openai-compatible', preset: 'lm-studio', baseUrl: 'http://localhost:1234/v1' });
  expect(form).toMatchObject({ baseUrl: 'http://localhost:1234/v1', choice: { id: 'lm-studio' } });
  moveForm(form, { kind: 'openai-compatible', preset: null, baseUrl: 'http://localhost:9/v1' });
  expect(form).toMatchObject({ baseUrl: 'http://localhost:9/v1', choice: { id: 'openai-compatible' } });
});
