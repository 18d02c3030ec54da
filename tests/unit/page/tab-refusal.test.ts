import { describe, expect, it } from 'vitest';
import { explainRefusal } from '../../../lib/page/tab-refusal';

// The messages are the browsers' own: Chromium 156 and Firefox ESR 153.
const HOST = 'Extension manifest must request permission to access the respective host.';

describe('explainRefusal', () => {
  it.each([`Cannot access contents of the page. ${HOST}`, 'Missing host permission for the tab'])(
    'asks for permission: %s',
    (message) => {
      expect(explainRefusal(message)).toEqual({ kind: 'page-permission', detail: message });
      expect(explainRefusal(message, { url: 'https://example.com/', granted: false }).kind).toBe(
        'page-permission',
      );
    },
  );

  it.each([
    ['Cannot access a chrome:// URL', 'browser’s own pages'],
    ['Cannot access a chrome-extension:// URL of different extension', 'belongs to an extension'],
    ['The extensions gallery cannot be scripted.', 'extension stores'],
    ['Frame with ID 0 is showing error page', 'error page'],
    ['This page cannot be scripted due to an ExtensionsSettings policy.', 'organisation'],
    [
      'Cannot access contents of url "file:///etc/hostname". Extension manifest must request permission',
      'local files',
    ],
    ['No tab with id: 99999.', 'closed'],
    ['Invalid tab ID: 99999', 'closed'],
    ['Something new', 'Something new'],
  ])('says what cannot be read: %s', (message, sentence) => {
    expect(explainRefusal(message)).toMatchObject({
      kind: 'page-unreadable',
      detail: expect.stringContaining(sentence),
    });
  });

  it.each([
    ['https://chromewebstore.google.com/detail/x', 'extension stores'],
    ['https://addons.mozilla.org/en-US/firefox/', 'extension stores'],
    ['https://microsoftedge.microsoft.com/addons/Microsoft-Edge-Extensions-Home', 'extension stores'],
    ['about:config', 'browser’s own pages'],
    ['edge://settings', 'browser’s own pages'],
    ['view-source:https://example.com/', 'source'],
    ['moz-extension://d3b1c0de/options.html', 'belongs to an extension'],
  ])('knows closed pages by their address: %s', (url, sentence) => {
    const error = explainRefusal('Missing host permission for the tab', { url, granted: true });
    expect(error).toMatchObject({ kind: 'page-unreadable', detail: expect.stringContaining(sentence) });
  });

  it('takes a refusal for a granted site as a viewer of the browser', () => {
    const refuse = (url: string) => explainRefusal('Missing host permission for the tab', { url, granted: true });
    expect(refuse('https://example.com/a.pdf?x=1')).toMatchObject({
      kind: 'page-unreadable',
      detail: expect.stringContaining('PDF'),
    });
    expect(refuse('https://example.com/data')).toMatchObject({
      kind: 'page-unreadable',
      detail: expect.stringContaining('viewer'),
    });
  });
});
