import { describe, expect, it } from 'vitest';
import { addressParts, hostOf, openableHref } from '../../../lib/markdown/links';

describe('openableHref', () => {
  it.each([
    ['https://a.example/b?c#d', 'https://a.example/b?c#d'],
    ['HTTP://A.example', 'http://a.example/'],
    ['mailto:me@a.example', 'mailto:me@a.example'],
    ['\u0001https://a.example', 'https://a.example/'],
  ])('%j may be opened', (destination, href) => {
    expect(openableHref(destination)).toBe(href);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0000javascript:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://a.example/1',
    'about:blank',
    'chrome-extension://a/b',
    'moz-extension://a/b',
    'view-source:https://a.example',
    'ftp://a.example',
    'tel:1',
    'intent://x',
    'ws://a.example',
    '',
    '/there',
    'there',
    '#here',
    '//a.example',
    'https://',
    'https:// a',
  ])('%j may not', (destination) => {
    expect(openableHref(destination)).toBeNull();
  });
});

describe('hostOf', () => {
  it.each([
    ['https://bank.example@evil.example/bank.example', 'evil.example'],
    ['https://раураl.example/', 'xn--l-7sba6dbr.example'],
    ['https://a.example:8443/', 'a.example:8443'],
    ['mailto:me@a.example?subject=x', 'me@a.example'],
    ['mailto:?to=a@b.example&BCC=c@d.example,e@f.example', 'a@b.example, c@d.example, e@f.example'],
    ['mailto:%E2%80%AE', '%E2%80%AE'],
  ])('%s goes to %s', (href, host) => {
    expect(hostOf(href)).toBe(host);
  });
});

describe('addressParts', () => {
  it.each([
    ['https://a.example/b?c#d', 'https://', 'a.example', '/b?c#d'],
    ['https://bank.example@evil.example:81/x', 'https://bank.example@', 'evil.example:81', '/x'],
    ['https://a.example?q', 'https://', 'a.example', '/?q'],
    ['http://[::1]/', 'http://', '[::1]', '/'],
    ['https://a.example/?https://b.example/@c', 'https://', 'a.example', '/?https://b.example/@c'],
    ['mailto:me%40x@a.example?subject=y', 'mailto:', 'me@x@a.example', '?subject=y'],
    ['mailto:%E2%80%AE@a.example', 'mailto:', '%E2%80%AE@a.example', ''],
  ])('%s is parted', (destination, before, host, after) => {
    expect(addressParts(openableHref(destination) ?? '')).toEqual({ before, host, after });
  });
});
