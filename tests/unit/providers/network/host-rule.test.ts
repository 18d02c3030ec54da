import { expect, test } from 'vitest';
import { hostProblem } from '../../../../lib/providers/network/host-rule';

test.each([
  ['https://api.example.com/v1/models', 'https://api.example.com/v1', null],
  ['https://evil.example/v1/models', 'https://api.example.com/v1', 'redirected'],
  ['https://api.example.com:8443/v1', 'https://api.example.com/v1', 'redirected'],
  ['http://api.example.com/v1', 'https://api.example.com/v1', 'redirected'],
  ['http://api.example.com/v1', 'http://api.example.com/v1', 'insecure-host'],
  ['ftp://127.0.0.1/', 'ftp://127.0.0.1/', 'insecure-host'],
])('a request to %s for the base URL %s: %s', (url, baseUrl, kind) => {
  expect(hostProblem(new URL(url), { baseUrl, allowInsecure: true })?.kind ?? null).toBe(kind);
});
