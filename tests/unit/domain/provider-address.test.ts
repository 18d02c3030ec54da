import { describe, expect, test } from 'vitest';
import type { ProviderId } from '../../../lib/domain/ids';
import { needsKey, normalizeBaseUrl } from '../../../lib/domain/provider-address';
import { originPattern, type ProviderConfig, type ProviderKind } from '../../../lib/domain/provider-config';

describe('normalizeBaseUrl', () => {
  test.each<[ProviderKind, string, string]>([
    ['openai', '', 'https://api.openai.com/v1'],
    ['openai', 'https://api.openai.com', 'https://api.openai.com/v1'],
    ['openai', 'https://api.openai.com/v1/responses', 'https://api.openai.com/v1'],
    ['anthropic', '  ', 'https://api.anthropic.com'],
    ['anthropic', 'https://api.anthropic.com/v1/', 'https://api.anthropic.com'],
    ['anthropic', 'api.anthropic.com/v1/messages', 'https://api.anthropic.com'],
    ['anthropic', 'https://gateway.example.com/anthropic', 'https://gateway.example.com/anthropic'],
    ['ollama', '', 'http://localhost:11434'],
    ['ollama', 'localhost:11434/v1', 'http://localhost:11434'],
    ['ollama', 'http://192.168.1.5:11434/api/chat', 'http://192.168.1.5:11434'],
    ['ollama', 'https://home.example/ollama/api/', 'https://home.example/ollama'],
    ['openai-compatible', 'localhost:11434', 'http://localhost:11434/v1'],
    ['openai-compatible', '127.0.0.1:8080/v1/chat/completions', 'http://127.0.0.1:8080/v1'],
    ['openai-compatible', '[::1]:8080', 'http://[::1]:8080/v1'],
    ['openai-compatible', '0.0.0.0:11434', 'http://127.0.0.1:11434/v1'],
    ['openai-compatible', 'https://openrouter.ai/api/v1/chat/completions/', 'https://openrouter.ai/api/v1'],
    ['openai-compatible', 'https://api.groq.com/openai/v1/models', 'https://api.groq.com/openai/v1'],
    ['openai-compatible', 'HTTPS://API.Example.COM:443/v1///', 'https://api.example.com/v1'],
    ['openai-compatible', 'models.example.com', 'https://models.example.com/v1'],
    ['openai-compatible', 'http://192.168.1.5:1234#top', 'http://192.168.1.5:1234/v1'],
  ])('for %s reads "%s" as %s', (kind, text, baseUrl) => {
    expect(normalizeBaseUrl(kind, text)).toEqual({ ok: true, baseUrl });
  });

  test.each<[ProviderKind, string, RegExp]>([
    ['openai-compatible', '', /Enter the address/],
    ['openai-compatible', 'my server', /not a web address/],
    ['openai-compatible', 'http://', /not a web address/],
    ['openai-compatible', 'javascript:alert(1)', /not a web address/],
    ['openai', 'ftp://example.com', /https:\/\/ or http:\/\//],
    ['openai', 'https://me:secret@example.com/v1', /user name and password/],
    ['openai', 'https://example.com/v1?key=abc', /question mark/],
  ])('for %s says what is wrong with "%s"', (kind, text, problem) => {
    expect(normalizeBaseUrl(kind, text)).toEqual({ ok: false, problem: expect.stringMatching(problem) as string });
  });

  test('reads its own answer back unchanged', () => {
    for (const kind of ['openai', 'anthropic', 'openai-compatible'] as const) {
      const first = normalizeBaseUrl(kind, 'https://example.com/deep/v1/chat/completions');
      if (!first.ok) throw new Error(first.problem);
      expect(normalizeBaseUrl(kind, first.baseUrl)).toEqual(first);
    }
  });
});

test.each([
  ['http://127.0.0.1:11434/v1', 'http://127.0.0.1/*'],
  ['https://api.openai.com/v1', 'https://api.openai.com/*'],
  ['http://[::1]:8080/v1', 'http://[::1]/*'],
])('the origin pattern of %s is %s, without a port', (baseUrl, pattern) => {
  expect(originPattern(baseUrl)).toBe(pattern);
});

test('a key is needed at the official hosts and at presets that say so, not at a gateway or a local server', () => {
  const config = (kind: ProviderKind, baseUrl: string): ProviderConfig => ({
    id: 'p1' as ProviderId,
    kind,
    preset: null,
    name: 'Test',
    baseUrl,
    model: 'm',
    avatar: '🤖',
    allowInsecure: false,
  });
  expect(needsKey(config('openai', 'https://api.openai.com/v1'))).toBe(true);
  expect(needsKey(config('anthropic', 'https://api.anthropic.com'))).toBe(true);
  expect(needsKey(config('openai-compatible', 'https://openrouter.ai/api/v1'))).toBe(true);
  expect(needsKey(config('openai', 'https://gateway.example.com/v1'))).toBe(false);
  expect(needsKey(config('openai-compatible', 'http://localhost:11434/v1'))).toBe(false);
  expect(needsKey(config('built-in', ''))).toBe(false);
});
