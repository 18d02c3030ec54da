import type { ChatError } from '../domain/errors';

/**
 * What it means that a browser refused to run our script in a tab. `message` is the browser's; `url` the tab's where it
 * is known (without a grant it is not).
 */
export function explainRefusal(message: string, url?: string): ChatError {
  const kind = url === undefined ? undefined : closedKind(url);
  if (kind !== undefined) return { kind: 'page-unreadable', detail: kind };
  for (const [pattern, detail] of UNREADABLE)
    if (pattern.test(message)) return { kind: 'page-unreadable', detail };
  if (PERMISSION.test(message)) return { kind: 'page-permission', detail: message.slice(0, 500) };
  return { kind: 'page-unreadable', detail: message.slice(0, 500) };
}

/** What kind of page a browser keeps closed to extensions, by its address; undefined for an ordinary one. */
export function closedKind(url: string): string | undefined {
  return CLOSED.find(([pattern]) => pattern.test(url))?.[1];
}

const BROWSER_PAGE = 'This is one of the browser’s own pages, which extensions may not read.';
const STORE = 'Browsers do not let extensions read their extension stores.';

const CLOSED: readonly (readonly [RegExp, string])[] = [
  [/^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore)(?:\/|$)/, STORE],
  [/^https:\/\/addons\.mozilla\.org(?:\/|$)/, STORE],
  [/^https:\/\/microsoftedge\.microsoft\.com\/addons(?:\/|$)/, STORE],
  [/^view-source:/, 'The view of a page’s source cannot be read; the page itself can.'],
  [/^about:reader/, 'The reader view cannot be read; the page itself can.'],
  [
    /^(?:chrome|edge|brave|opera|vivaldi|about|devtools|resource|chrome-search|chrome-untrusted):(?!blank$|srcdoc$)/,
    BROWSER_PAGE,
  ],
  [/^(?:chrome|moz|safari-web)-extension:/, 'This page belongs to an extension.'],
];

// The wordings of Chromium (extensions/common/manifest_constants and permissions_data) and of Firefox (ext-scripting).
const UNREADABLE: readonly (readonly [RegExp, string])[] = [
  [/Cannot access a chrome(?:-untrusted|-search)?:\/\/ URL|Cannot access "?about:/i, BROWSER_PAGE],
  [/extensions gallery cannot be scripted/i, STORE],
  [/of different extension/i, 'This page belongs to an extension.'],
  [/showing error page/i, 'The page did not load: the browser shows an error page.'],
  [
    /ExtensionsSettings policy|blocked by (?:your )?admin/i,
    'Your organisation does not let extensions read this page.',
  ],
  [/"?file:\/\//i, 'Reading local files must be switched on for Aside in the browser’s extension settings.'],
  [
    /No tab with id|Invalid tab ID|tab was closed|No frame with id|Frame with ID \d+ was removed/i,
    'The tab was closed or has moved on.',
  ],
];

const PERMISSION = /must request permission|Missing host permission|Cannot access contents of|permission/i;
