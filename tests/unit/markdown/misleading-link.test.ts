import { describe, expect, it } from 'vitest';
import { hostBesideLink } from '../../../lib/markdown/misleading-link';

describe('the host stands beside a link', () => {
  it.each([
    ['that names another host', 'paypal.com', 'https://evil.example/', 'evil.example'],
    ['that shows another address', 'https://bank.example/login', 'https://evil.example/login', 'evil.example'],
    ['that names another host among words', 'Log in at paypal.com now', 'https://evil.example/', 'evil.example'],
    ['that names its host and another', 'bank.example, not evil.example', 'https://evil.example/', 'evil.example'],
    ['that names a part of its host', 'paypal.com', 'https://paypal.com.evil.example/', 'paypal.com.evil.example'],
    ['that names a neighbour', 'github.io', 'https://evil.github.io/', 'evil.github.io'],
    ['that names another port', 'a.example', 'https://a.example:8443/', 'a.example:8443'],
    ['that promises encryption', 'https://a.example', 'http://a.example/', 'http://a.example'],
    ['that looks like an internal page', 'chrome://settings', 'https://evil.example/', 'evil.example'],
    ['that looks local', 'localhost:3000', 'https://evil.example/', 'evil.example'],
    ['that names an IP address', '10.0.0.1', 'https://evil.example/', 'evil.example'],
    ['that names an IPv6 address', 'http://[::1]:80/', 'https://evil.example/', 'evil.example'],
    ['in wide letters', 'ｐａｙｐａｌ．ｃｏｍ', 'https://evil.example/', 'evil.example'],
    ['with ideographic dots', 'paypal。com', 'https://evil.example/', 'evil.example'],
    ['with hidden characters in the name', 'pay\u200Bpal.com', 'https://evil.example/', 'evil.example'],
    ['in look-alike letters', 'раураl.com', 'https://paypal.com/', 'paypal.com'],
    ['with a user name', 'Sign in', 'https://bank.example@evil.example/', 'evil.example'],
    ['with a password', 'Sign in', 'https://bank.example:443@evil.example/', 'evil.example'],
    ['with nothing to see', ' \u200B\u202E', 'https://evil.example/', 'evil.example'],
    ['with far too much to see', 'a '.repeat(400), 'https://evil.example/', 'evil.example'],
    ['to a name in punycode', 'the shop', 'https://xn--80ak6aa92e.com/', 'xn--80ak6aa92e.com'],
    ['to a name in other letters', 'the shop', new URL('https://аррӏе.com/').href, 'xn--80ak6aa92e.com'],
    ['to a number', 'the shop', new URL('http://0x7f.1/').href, '127.0.0.1'],
    ['to a decimal number', '2130706433', new URL('http://2130706433/').href, '127.0.0.1'],
    ['to an IPv6 address', 'the shop', 'http://[::1]/', '[::1]'],
    ['to a very long name', 'the shop', `https://${'a.'.repeat(40)}example/`, `${'a.'.repeat(40)}example`],
    ['to another mail address', 'me@a.example', 'mailto:you@evil.example', 'you@evil.example'],
    ['to more mail addresses', 'me@a.example', 'mailto:me@a.example?bcc=x@b.example', 'me@a.example, x@b.example'],
    ['to mail, naming a host', 'a.example', 'mailto:you@evil.example', 'you@evil.example'],
  ])('%s', (_what, text, href, host) => {
    expect(hostBesideLink(text, href)).toBe(host);
  });

  it.each([
    ['says nothing of hosts', 'the report', 'https://a.example/report'],
    ['names its own', 'a.example', 'https://a.example/report'],
    ['names it with www', 'www.a.example', 'https://a.example/'],
    ['names it without', 'A.Example', 'https://www.a.example/'],
    ['is its address', 'https://a.example/b?c=d#e', 'https://a.example/b?c=d#e'],
    ['is its address, shortened', 'a.example/very/long…', 'https://a.example/very/long/path'],
    ['is its address in other case and with a port', 'HTTP://A.example:8080/', 'http://a.example:8080/'],
    ['names a file', 'vite.config.ts', 'https://a.example/vite.config.ts'],
    ['names a product', 'Node.js 24', 'https://nodejs.org/'],
    ['has a version', 'TypeScript 6.0.3 (v6.x)', 'https://a.example/'],
    ['abbreviates', 'e.g. the U.S. edition, p. 3.', 'https://a.example/'],
    ['is the number it goes to', 'http://127.0.0.1:3000/', 'http://127.0.0.1:3000/'],
    ['is the IPv6 address it goes to', '[::1]:8080', 'http://[::1]:8080/'],
    ['is its mail address', 'me@a.example', 'mailto:me@a.example'],
    ['is words about mail', 'Write to us', 'mailto:me@a.example'],
    ['is in another script', 'تقرير السنة', 'https://a.example/'],
  ])('but not where the text %s', (_what, text, href) => {
    expect(hostBesideLink(text, href)).toBeNull();
  });

  it('is decided in time, however the text is made', () => {
    for (const part of ['a.', '[', ':', 'a:', '.', '-', 'ａ', '\u200B', '@']) {
      const start = performance.now();
      hostBesideLink(part.repeat(499 / part.length), 'https://a.example/');
      hostBesideLink(part.repeat(20_000), 'https://a.example/');
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});
