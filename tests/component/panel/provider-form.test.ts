import { beforeEach, describe, expect, it } from 'vitest';
import type { KeyStatus } from '../../../lib/domain/credentials';
import { ChatFailure } from '../../../lib/domain/errors';
import type { ProviderId } from '../../../lib/domain/ids';
import type { ProviderConfig } from '../../../lib/domain/provider-config';
import type { ConnectionTest, PanelRequest } from '../../../lib/messaging/protocol';
import { PROVIDER_CHOICES } from '../../../lib/panel/provider-choices';
import { ProviderForm } from '../../../lib/panel/provider-form.svelte';
import { createTestClient, type TestClient } from '../../support/test-client';

const CONFIG: ProviderConfig = {
  id: 'p' as ProviderId,
  kind: 'openai-compatible',
  preset: 'ollama',
  name: 'My Ollama',
  baseUrl: 'http://192.168.1.5:11434/v1',
  model: 'llama',
  avatar: 'icon:bot',
  allowInsecure: true,
};

const KEPT: KeyStatus = { kept: 'stored', hasKey: true, headers: [], query: [] };

describe('ProviderForm', () => {
  let client: TestClient;
  let saved: ProviderConfig[];
  let prompts: string[];
  let test: ConnectionTest;
  let reply: (request: PanelRequest) => unknown;
  let grant: Promise<boolean>;

  beforeEach(() => {
    saved = [];
    prompts = [];
    test = { ok: true, models: [{ id: 'm1' }, { id: 'm2' }] };
    grant = Promise.resolve(true);
    reply = ({ type }) => (type === 'test-connection' ? test : type === 'key-status' ? KEPT : null);
    client = createTestClient((request) => reply(request));
  });

  function form(existing: ProviderConfig | null = null): ProviderForm {
    return new ProviderForm(
      {
        client,
        hasHostAccess: async (baseUrl) => baseUrl.includes('granted'),
        requestHostAccess: (baseUrl) => {
          prompts.push(baseUrl);
          return grant;
        },
        requestDataCollection: () => {
          prompts.push('data');
          return Promise.resolve(true);
        },
        saveConfig: async (config) => void saved.push(config),
      },
      existing,
    );
  }

  function compatible(baseUrl: string, model = 'm'): ProviderForm {
    const made = form();
    made.choose('openai-compatible');
    made.baseUrl = baseUrl;
    made.model = model;
    return made;
  }

  it('starts with OpenAI at its own address, and follows the choice', () => {
    const made = form();
    expect(made).toMatchObject({ isNew: true, name: 'OpenAI', baseUrl: 'https://api.openai.com/v1' });
    for (const choice of PROVIDER_CHOICES) {
      made.choose(choice.id);
      expect(made).toMatchObject({ name: choice.name, baseUrl: choice.baseUrl });
    }
  });

  it('keeps a name that was typed when the choice changes', () => {
    const made = form();
    made.name = 'Work';
    made.choose('anthropic');
    expect(made.name).toBe('Work');
  });

  it('asks for the host in the click itself, before anything is awaited', () => {
    const made = compatible('https://llm.example.com');
    void made.test('');
    expect(prompts).toEqual(['https://llm.example.com/v1']);
    prompts.length = 0;
    void compatible('https://llm.example.com').save('');
    expect(prompts[0]).toBe('https://llm.example.com/v1');
  });

  it('asks for no host that is official or reachable already', async () => {
    const official = form();
    void official.test('sk');
    const known = compatible('https://granted.example.com');
    known.noteAddress();
    await expect.poll(() => known.triesAtOnce).toBe(true);
    void known.test('');
    expect(prompts).toEqual([]);
  });

  it('sends a key once, for its host, before the test that needs it', async () => {
    const made = form();
    await made.test('sk-secret');
    await made.test('');
    expect(client.asked.map(({ type }) => type)).toEqual(['save-key', 'test-connection', 'test-connection']);
    expect(client.askedFor('save-key')).toEqual([
      { type: 'save-key', providerId: made.id, host: 'api.openai.com', value: 'sk-secret', session: false },
    ]);
    expect(made.keyHost).toBe('api.openai.com');
    expect(JSON.stringify([made.outcome, client.askedFor('test-connection')])).not.toContain('sk-secret');
  });

  it('forgets that there is a key as soon as the address names another host', async () => {
    const made = form();
    await made.test('sk');
    made.baseUrl = 'https://gateway.example.com/v1';
    expect(made.keyHost).toBeNull();
    made.baseUrl = 'https://api.openai.com/v1';
    expect(made.keyHost).toBe('api.openai.com');
  });

  it('says whose the saved key is where the address names another host', async () => {
    const made = form();
    await made.test('sk');
    made.baseUrl = 'https://gateway.example.com/v1';
    expect(made.keyNote).toBe(
      'The saved key is for api.openai.com and does not go to gateway.example.com: enter the key for this address.',
    );
    made.model = 'gpt';
    await made.test('');
    expect(client.askedFor('save-key')).toHaveLength(1);
  });

  it('tries a pasted key at once only where nothing is to be asked first', async () => {
    const official = form();
    expect(official.triesAtOnce).toBe(true);
    expect(official.keyNote).toMatch(/tried at once: api\.openai\.com/);
    const known = compatible('https://granted.example.com');
    known.noteAddress();
    await expect.poll(() => known.triesAtOnce).toBe(true);
    expect(compatible('https://llm.example.com').triesAtOnce).toBe(false);
    expect(compatible('http://192.168.1.5:11434').triesAtOnce).toBe(false);
    expect(compatible('not an address').triesAtOnce).toBe(false);
  });

  it('keeps a key for the session only where that was asked, also one that is stored already', async () => {
    const made = form(CONFIG);
    await expect.poll(() => made.keyHost).not.toBeNull();
    expect(made.key.session).toBe(false);
    await made.save('');
    expect(client.askedFor('save-key')).toEqual([]);
    made.key.session = true;
    await made.save('');
    expect(client.askedFor('save-key')).toEqual([
      { type: 'save-key', providerId: 'p', host: '192.168.1.5:11434', session: true },
    ]);
  });

  it('says that a key of a session that is over has to be entered again', async () => {
    reply = ({ type }) => (type === 'key-status' ? { ...KEPT, kept: 'lost' } : null);
    const made = form(CONFIG);
    await expect.poll(() => made.keyNote).toMatch(/session of the browser, which is over/);
    expect(made).toMatchObject({ keyHost: null, key: { session: true } });
  });

  it('tells what the server offers', async () => {
    const made = compatible('https://llm.example.com');
    await made.test('');
    expect(made.models).toEqual(['m1', 'm2']);
    expect(made.outcome).toEqual({
      role: 'status',
      text: 'Connected to llm.example.com. It offers 2 models.',
    });
    expect(made.busy).toBe(false);
  });

  it('tells a failed test in the words of its error', async () => {
    test = { ok: false, error: { kind: 'unauthorized', host: 'api.openai.com', status: 401 } };
    const made = form();
    await made.test('sk-wrong');
    expect(made.outcome).toMatchObject({
      role: 'alert',
      text: expect.stringMatching(
        /^api\.openai\.com did not accept the API key \(401\)\. Enter the key again/,
      ) as string,
    });
  });

  it('tries again once the browser let it reach the host', async () => {
    let answerPrompt = (_granted: boolean): void => undefined;
    grant = new Promise((resolve) => (answerPrompt = resolve));
    const outcomes: ConnectionTest[] = [{ ok: false, error: { kind: 'unreachable' } }, test];
    reply = ({ type }) => (type === 'test-connection' ? outcomes.shift() : null);
    const made = compatible('https://llm.example.com');
    const done = made.test('');
    await expect.poll(() => made.outcome?.text).toMatch(/Waiting for your answer/);
    answerPrompt(true);
    await done;
    expect(made.outcome?.role).toBe('status');
    expect(made.outcome?.text).toMatch(/^Connected/);
  });

  it('saves what was typed, and asks nothing twice', async () => {
    const made = compatible(' llm.example.com/v1/chat/completions ', ' gpt ');
    made.name = ' Mine ';
    expect(await made.save('sk')).toBe(true);
    expect(saved).toEqual([
      {
        id: made.id,
        kind: 'openai-compatible',
        preset: null,
        name: 'Mine',
        baseUrl: 'https://llm.example.com/v1',
        model: 'gpt',
        avatar: 'icon:sparkle',
        allowInsecure: false,
      },
    ]);
    expect(client.askedFor('save-key')).toHaveLength(1);
  });

  it.each([
    ['an address', 'not a url', 'm', 'baseUrl'],
    ['no address', '', 'm', 'baseUrl'],
    ['no model', 'https://llm.example.com', ' ', 'model'],
  ])('objects to %s at its field, and saves nothing', async (_what, baseUrl, model, field) => {
    const made = compatible(baseUrl, model);
    expect(await made.save('')).toBe(false);
    expect(made.outcome).toMatchObject({ role: 'alert', field });
    expect(saved).toEqual([]);
    expect(prompts).toEqual([]);
  });

  it('wants a key where the host is known to answer nobody without one', async () => {
    const made = form();
    made.model = 'gpt';
    expect(await made.save('')).toBe(false);
    expect(made.outcome).toMatchObject({ field: 'key' });
    expect(await made.save('sk')).toBe(true);
  });

  it('keeps a key that was typed beside a mistake elsewhere, since nobody can give it back', async () => {
    const made = form();
    expect(await made.save('sk')).toBe(false);
    expect(client.askedFor('save-key')).toMatchObject([{ host: 'api.openai.com', value: 'sk' }]);
    made.model = 'gpt';
    expect(await made.save('')).toBe(true);
  });

  it('sends nothing to an unencrypted host of the own network before that was confirmed', async () => {
    const made = compatible('http://192.168.1.5:11434');
    expect(made.asksInsecure).toBe(true);
    await made.test('');
    expect(await made.save('')).toBe(false);
    expect(client.asked).toEqual([]);
    expect(prompts).toEqual([]);
    made.allowInsecure = true;
    expect(await made.save('')).toBe(true);
    expect(saved[0]?.allowInsecure).toBe(true);
  });

  it('takes the confirmation of one host for no other', async () => {
    const made = compatible('http://192.168.1.5:11434');
    made.allowInsecure = true;
    made.baseUrl = 'http://192.168.1.6:11434';
    expect(made.allowInsecure).toBe(false);
    expect(await made.save('')).toBe(false);
    made.baseUrl = 'https://llm.example.com';
    expect(await made.save('')).toBe(true);
    expect(saved[0]?.allowInsecure).toBe(false);
  });

  it('asks nothing of the sort for this machine', () => {
    expect(compatible('http://localhost:11434').asksInsecure).toBe(false);
  });

  it('shows a provider as it was saved, and whether it has a key', async () => {
    const made = form(CONFIG);
    expect(made).toMatchObject({
      isNew: false,
      id: 'p',
      name: 'My Ollama',
      baseUrl: 'http://192.168.1.5:11434',
      model: 'llama',
      avatar: 'icon:bot',
      allowInsecure: true,
    });
    expect(made.choice.id).toBe('ollama');
    await expect.poll(() => made.keyHost).toBe('192.168.1.5:11434');
    expect(await made.save('')).toBe(true);
    // It was set up when Ollama was reached by its OpenAI-compatible API.
    expect(saved).toEqual([{ ...CONFIG, kind: 'ollama', preset: null, baseUrl: 'http://192.168.1.5:11434' }]);
  });

  it('says what went wrong while saving', async () => {
    reply = () => {
      throw new ChatFailure({ kind: 'background-stopped' });
    };
    const made = form();
    made.model = 'gpt';
    expect(await made.save('sk')).toBe(false);
    expect(made.outcome).toMatchObject({ role: 'alert' });
    expect(made.busy).toBe(false);
    expect(saved).toEqual([]);
  });
});
