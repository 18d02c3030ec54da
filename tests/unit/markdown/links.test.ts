import { describe, expect, it } from 'vitest';
import { hostOf, openableHref } from '../../../lib/markdown/links';

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
  ])('%s goes to %s', (href, host) => {
    expect(hostOf(href)).toBe(host);
  });
});
