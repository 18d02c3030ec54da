import { describe, expect, test } from 'vitest';
import type { ChatErrorKind } from '../../../../lib/domain/errors';
import { diagnose, type Findings } from '../../../../lib/domain/local/diagnose';
import type { FoundServer } from '../../../../lib/domain/local/local-servers';
import type { Machine } from '../../../../lib/domain/local/machine';

const MAC: Machine = { os: 'mac', browser: 'chrome', origin: 'chrome-extension://abc' };
const OLLAMA: FoundServer = {
  kind: 'ollama',
  preset: null,
  name: 'Ollama',
  baseUrl: 'http://localhost:11434',
  models: [{ id: 'qwen3:4b' }],
  error: null,
};

function seen(kind: ChatErrorKind | null, more: Partial<Findings> & { detail?: string; status?: number } = {}) {
  const { detail, status, ...findings } = more;
  return diagnose({
    config: { kind: 'ollama', preset: null, baseUrl: 'http://localhost:11434', model: 'llama3.2' },
    error:
      kind === null
        ? null
        : {
            kind,
            host: 'localhost:11434',
            ...(detail === undefined ? {} : { detail }),
            ...(status === undefined ? {} : { status }),
          },
    models: [],
    hasAccess: true,
    others: [],
    machine: MAC,
    ...findings,
  });
}

const at = (
  baseUrl: string,
  kind: 'ollama' | 'openai-compatible' = 'openai-compatible',
  preset: string | null = null,
) => ({ config: { kind, preset, baseUrl, model: 'm' } }) as const;
const commandsOf = (diagnosis: ReturnType<typeof seen>) =>
  diagnosis?.steps.flatMap(({ command }) => command ?? []);

describe('the doctor of local servers', () => {
  test('leaves servers that are far away, and those that answer, to themselves', () => {
    expect(seen('unreachable', at('https://api.example.com/v1'))).toBeNull();
    expect(seen(null, { models: [{ id: 'llama3.2:latest' }] })).toBeNull();
    expect(seen('unauthorized')).toBeNull();
  });

  test('asks for leave before it looks for anything else', () => {
    expect(seen('unreachable', { hasAccess: false })).toMatchObject({
      ailment: 'no-permission',
      cure: { type: 'allow-access' },
    });
  });

  test.each([
    ['ollama', null, 'ollama serve'],
    ['openai-compatible', 'lm-studio', 'lms server start'],
    ['openai-compatible', 'llama-cpp', 'llama-server -m model.gguf --port 8080'],
    ['openai-compatible', 'vllm', 'vllm serve Qwen/Qwen3-8B --port 8000'],
  ] as const)('a %s server of %s that does not run is started', (kind, preset, command) => {
    const diagnosis = seen('unreachable', at('http://localhost:1', kind, preset));
    expect(diagnosis?.ailment).toBe('not-running');
    expect(commandsOf(diagnosis)).toContain(command);
  });

  test.each([
    ['mac', 'chrome', 'launchctl setenv OLLAMA_ORIGINS "chrome-extension://*"'],
    ['windows', 'chrome', 'setx OLLAMA_ORIGINS "chrome-extension://*"'],
    ['linux', 'firefox', 'env OLLAMA_ORIGINS="moz-extension://*" ollama serve'],
    ['mac', 'firefox', 'launchctl setenv OLLAMA_ORIGINS "moz-extension://*"'],
  ] as const)('Ollama on %s is told to take requests of %s extensions', (os, browser, command) => {
    const diagnosis = seen('forbidden', { status: 403, machine: { os, browser, origin: 'x' } });
    expect(diagnosis).toMatchObject({
      ailment: 'origin-refused',
      title: expect.stringContaining('(403)') as string,
    });
    expect(commandsOf(diagnosis)).toContain(command);
  });

  test('another server is told our very origin', () => {
    expect(commandsOf(seen('forbidden', at('http://localhost:1234/v1')))).toEqual(['chrome-extension://abc']);
  });

  test('a wrong path is led to the address that answers', () => {
    for (const kind of ['not-a-stream', 'not-found', 'redirected'] as const) {
      expect(seen(kind, { ...at('http://localhost:11434/v2'), others: [OLLAMA] })).toMatchObject({
        ailment: 'wrong-path',
        cure: { type: 'use-server', server: OLLAMA },
      });
    }
    expect(seen('not-a-stream', at('http://localhost:8080'))).toMatchObject({ ailment: 'wrong-path', cure: null });
  });

  test('https where the server speaks plain http is led to http', () => {
    expect(seen('unreachable', { ...at('https://localhost:11434', 'ollama'), others: [OLLAMA] })).toMatchObject({
      ailment: 'not-encrypted',
      cure: { type: 'use-server', server: { baseUrl: 'http://localhost:11434' } },
    });
  });

  test('plain http on the own network is for the user to mean', () => {
    expect(seen('insecure-host', at('http://192.168.1.5:11434', 'ollama'))).toMatchObject({
      ailment: 'lan-http',
      cure: { type: 'confirm-insecure' },
    });
    const silent = seen('unreachable', at('http://192.168.1.5:11434', 'ollama'));
    expect(silent?.ailment).toBe('not-on-network');
    expect(commandsOf(silent)).toEqual(['launchctl setenv OLLAMA_HOST "0.0.0.0"']);
    const fox = { machine: { ...MAC, browser: 'firefox' } as const };
    expect(seen('unreachable', { ...at('http://192.168.1.5:1', 'ollama'), ...fox })?.text).toContain('HTTPS-Only');
  });

  test('a model that is not there is fetched, or another taken', () => {
    const missing = seen(null, { models: [{ id: 'qwen3:4b' }] });
    expect(missing).toMatchObject({ ailment: 'no-model', cure: { type: 'use-model', model: 'qwen3:4b' } });
    expect(commandsOf(missing)).toEqual(['ollama pull llama3.2']);
    expect(seen('not-found', { detail: "model 'llama3.2' not found" })?.ailment).toBe('no-model');
    const empty = seen(null, { config: { kind: 'ollama', preset: null, baseUrl: OLLAMA.baseUrl, model: '' } });
    expect(empty).toMatchObject({ title: 'localhost:11434 has no model yet.', cure: null });
    expect(commandsOf(empty)).toEqual(['ollama pull qwen3:4b']);
    const bare = { ...OLLAMA, models: [] };
    const config = { kind: 'ollama', preset: null, baseUrl: OLLAMA.baseUrl, model: '' } as const;
    expect(seen('bad-request', { config, others: [bare] })?.ailment).toBe('no-model');
  });

  test('a pasted model name is no command', () => {
    const config = { kind: 'ollama', preset: null, baseUrl: OLLAMA.baseUrl, model: "x'; rm -rf ~ #" } as const;
    expect(commandsOf(seen(null, { config, models: [{ id: 'a' }] }))).toEqual(["ollama pull 'x rm -rf  '"]);
  });

  test('loading is waited for, and memory made', () => {
    expect(seen('model-loading')?.ailment).toBe('loading');
    expect(seen('timeout')?.ailment).toBe('loading');
    expect(seen('out-of-memory', { models: [{ id: 'llama3.2' }, { id: 'small:1b' }] })).toMatchObject({
      ailment: 'out-of-memory',
      cure: { type: 'use-model', model: 'small:1b' },
    });
  });
});
