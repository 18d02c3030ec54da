import { describe, expect, test } from 'vitest';
import { isOwnPage } from '../../../lib/messaging/accept-sender';

const id = 'abcdefghijklmnop';
const chrome = { id, origin: `chrome-extension://${id}/` };
const firefox = { id: 'aside@example', origin: 'moz-extension://5b0f-uuid/' };

describe('isOwnPage', () => {
  test.each([
    ['the side panel', { id, url: `${chrome.origin}sidepanel.html` }, chrome],
    ['the settings with a fragment', { id, url: `${chrome.origin}options.html?x#about` }, chrome],
    ['the root itself', { id, url: chrome.origin }, chrome],
    ['a Firefox page', { id: firefox.id, url: `${firefox.origin}sidepanel.html` }, firefox],
    [
      'an origin without a slash',
      { id, url: `${chrome.origin}a.html` },
      { id, origin: chrome.origin.slice(0, -1) },
    ],
  ])('takes %s', (_what, sender, own) => {
    expect(isOwnPage(sender, own)).toBe(true);
  });

  test.each([
    ['a content script: our id, the web page’s address', { id, url: 'https://example.com/' }],
    ['another extension', { id: 'ponmlkjihgfedcba', url: 'chrome-extension://ponmlkjihgfedcba/x.html' }],
    ['another extension with our address', { id: 'ponmlkjihgfedcba', url: `${chrome.origin}a.html` }],
    ['a host that begins as ours', { id, url: `chrome-extension://${id}.example.com/a.html` }],
    ['a longer id', { id, url: `chrome-extension://${id}q/a.html` }],
    ['our origin in a path', { id, url: `https://example.com/${chrome.origin}` }],
    ['our origin as a user name', { id, url: `https://${id}@example.com/` }],
    ['another scheme', { id, url: `https://${id}/` }],
    ['a blank page', { id, url: 'about:blank' }],
    ['an opaque page', { id, url: `blob:${chrome.origin}5b0f` }],
    ['no address', { id }],
    ['an empty address', { id, url: '' }],
    ['no id', { url: `${chrome.origin}a.html` }],
    ['nothing', undefined],
    ['what is no address', { id, url: 'sidepanel.html' }],
  ])('refuses %s', (_what, sender) => {
    expect(isOwnPage(sender, chrome)).toBe(false);
  });
});
