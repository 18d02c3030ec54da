import { describe, expect, test } from 'vitest';
import { hostOfPage, privateReason, ruleFor, withRule } from '../../../lib/domain/site-rules';

describe('what may be private', () => {
  test.each([
    ['https://mail.google.com/mail/u/0/#inbox', 'mail'],
    ['https://webmail.example.org/', 'mail'],
    ['https://www.chase.com/account', 'bank'],
    ['https://onlinebanking.example.de/', 'bank'],
    ['https://www.sparkasse-bremen.de/', 'bank'],
    ['https://meine.deutsche-bank.de/', 'bank'],
    ['https://www.bankofamerica.com./', 'bank'],
    ['https://mychart.example.org/', 'health'],
    ['https://www.nhs.uk/my', 'health'],
  ])('%s: %s', (url, reason) => {
    expect(privateReason(url, false)).toBe(reason);
  });

  test.each([
    'https://example.com/',
    'https://en.wikipedia.org/wiki/Bank',
    'https://www.mailchimp.com/',
    'https://embankment.example.org/',
    'https://health.example.org/news',
    'https://notchase.com/',
  ])('%s is not, unless it asks for a password', (url) => {
    expect(privateReason(url, false)).toBeNull();
    expect(privateReason(url, true)).toBe('password');
  });
});

describe('rules', () => {
  test('are kept by host', () => {
    const rules = withRule({}, 'example.com', 'never');
    expect(ruleFor(rules, 'https://example.com/a')).toBe('never');
    expect(ruleFor(rules, 'http://example.com:8080/b')).toBe('never');
    expect(ruleFor(rules, 'https://other.example.com/')).toBeNull();
    expect(ruleFor(withRule(rules, 'example.com', 'read'), 'https://example.com/')).toBe('read');
    expect(withRule(rules, 'example.com', null)).toEqual({});
  });

  test('know addresses without a host', () => {
    expect(hostOfPage('file:///home/a.html')).toBe('file:///home/a.html');
    expect(hostOfPage('no address')).toBe('no address');
  });
});
