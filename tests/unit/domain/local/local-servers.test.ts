import { expect, test } from 'vitest';
import { LOCAL_SERVERS, LOOPBACK_PATTERNS, waysToAsk } from '../../../../lib/domain/local/local-servers';
import { normalizeBaseUrl } from '../../../../lib/domain/provider-address';
import { originPattern } from '../../../../lib/domain/provider-config';

test('every server that is looked for is on this machine, on a port of its own, and covered by the one question', () => {
  for (const { kind, baseUrl } of LOCAL_SERVERS) {
    expect(normalizeBaseUrl(kind, baseUrl)).toEqual({ ok: true, baseUrl });
    expect(LOOPBACK_PATTERNS).toContain(originPattern(baseUrl));
  }
  expect(new Set(LOCAL_SERVERS.map(({ baseUrl }) => new URL(baseUrl).port)).size).toBe(LOCAL_SERVERS.length);
  expect(LOCAL_SERVERS.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Ollama', 'LM Studio', 'llama.cpp', 'vLLM']),
  );
});

test('a host is asked in each way, and over http too where https was typed', () => {
  const addresses = (baseUrl: string) => waysToAsk(baseUrl).map((way) => `${way.kind} ${way.baseUrl}`);
  expect(addresses('http://localhost:8080/wrong')).toEqual([
    'openai-compatible http://localhost:8080/v1',
    'openai-compatible http://localhost:8080',
    'openai-compatible http://localhost:8080/api',
    'ollama http://localhost:8080',
  ]);
  expect(addresses('https://localhost:11434')).toContain('ollama http://localhost:11434');
  expect(addresses('http://localhost:11434/v1')[0]).toBe('ollama http://localhost:11434');
});
