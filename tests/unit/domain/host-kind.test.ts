import { expect, test } from 'vitest';
import { hostKind } from '../../../lib/domain/host-kind';

test.each([
  ['http://127.0.0.1:8080/v1', 'loopback'],
  ['http://127.9.9.9', 'loopback'],
  ['http://2130706433/', 'loopback'],
  ['http://localhost', 'loopback'],
  ['http://LOCALHOST./', 'loopback'],
  ['http://models.localhost', 'loopback'],
  ['http://[::1]:11434', 'loopback'],
  ['http://[::ffff:127.0.0.1]', 'loopback'],
  ['http://10.1.2.3', 'private'],
  ['http://172.16.0.1', 'private'],
  ['http://172.31.255.255', 'private'],
  ['http://192.168.1.5:1234', 'private'],
  ['http://169.254.1.1', 'private'],
  ['http://100.64.0.1', 'private'],
  ['http://[fd00::1]', 'private'],
  ['http://[fe80::1]', 'private'],
  ['http://[::ffff:192.168.0.1]', 'private'],
  ['http://nas.local', 'private'],
  ['http://box.home.arpa', 'private'],
  ['http://gpu', 'private'],
  ['http://172.32.0.1', 'public'],
  ['http://100.128.0.1', 'public'],
  ['http://0.0.0.0', 'public'],
  ['http://[2001:db8::1]', 'public'],
  ['http://localhost.example.com', 'public'],
  ['http://127.0.0.1.example.com', 'public'],
  ['http://notlocal', 'private'],
  ['http://evil-local.com', 'public'],
  ['https://api.openai.com', 'public'],
])('%s is %s', (url, kind) => {
  expect(hostKind(url)).toBe(kind);
});
