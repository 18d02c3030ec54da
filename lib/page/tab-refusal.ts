import type { ChatError } from '../domain/errors';

/** What Aside knew of a tab when the browser refused. */
export interface RefusedTab {
  readonly url?: string | undefined;
  /** Whether the user had let Aside read the tab's site. */
  readonly granted?: boolean;
}

/** What it means that a browser refused to run our script in a tab; `message` is the browser's own. */
export function explainRefusal(message: string, { url, granted = false }: RefusedTab = {}): ChatError {
  const closed = url === undefined ? undefined : closedKind(url);
  if (closed !== undefined) return { kind: 'page-unreadable', detail: closed };
  for (const [pattern, words] of UNREADABLE)
    if (pattern.test(message)) return { kind: 'page-unreadable', detail: words() };
  if (!PERMISSION.test(message)) return { kind: 'page-unreadable', detail: message.slice(0, 500) };
  if (!granted) return { kind: 'page-permission', detail: message.slice(0, 500) };
  // Firefox draws these itself, in pages that only look like the site's.
  return { kind: 'page-unreadable', detail: /\.pdf(?:$|[?#])/i.test(url ?? '') ? pdfWords() : viewer() };
}

/** What kind of page a browser keeps closed to extensions, by its address; undefined for an ordinary one. */
export function closedKind(url: string): string | undefined {
  return CLOSED.find(([pattern]) => pattern.test(url))?.[1]();
}

// Functions: the language may be chosen while the background runs.

/** For pages that a browser shows with a viewer of its own. */
export const pdfWords = () => 'This is a PDF in the browser’s own viewer, which extensions may not read.';
const viewer = () =>
  'The browser shows an error page or a viewer of its own here (for PDF, JSON), which extensions may not read.';
/** For the browser's own pages. */
export const browserPageWords = () => 'This is one of the browser’s own pages, which extensions may not read.';
const store = () => 'Browsers do not let extensions read their extension stores.';

const CLOSED: readonly (readonly [RegExp, () => string])[] = [
  [/^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore)(?:\/|$)/, store],
  [/^https:\/\/addons\.mozilla\.org(?:\/|$)/, store],
  [/^https:\/\/microsoftedge\.microsoft\.com\/addons(?:\/|$)/, store],
  [/^view-source:/, () => 'The view of a page’s source cannot be read; the page itself can.'],
  [/^about:reader/, () => 'The reader view cannot be read; the page itself can.'],
  [
    /^(?:chrome|edge|brave|opera|vivaldi|about|devtools|resource|chrome-search|chrome-untrusted):(?!blank$|srcdoc$)/,
    browserPageWords,
  ],
  [/^(?:chrome|moz|safari-web)-extension:/, () => 'This page belongs to an extension.'],
];

// The wordings of Chromium (extensions/common/manifest_constants and permissions_data) and of Firefox (ext-scripting).
const UNREADABLE: readonly (readonly [RegExp, () => string])[] = [
  [/Cannot access a chrome(?:-untrusted|-search)?:\/\/ URL|Cannot access "?about:/i, browserPageWords],
  [/extensions gallery cannot be scripted/i, store],
  [/of different extension/i, () => 'This page belongs to an extension.'],
  [/showing error page/i, () => 'The page did not load: the browser shows an error page.'],
  [
    /ExtensionsSettings policy|blocked by (?:your )?admin/i,
    () => 'Your organisation does not let extensions read this page.',
  ],
  [/"?file:\/\//i, () => 'Reading local files must be switched on for Aside in the browser’s extension settings.'],
  [
    /No tab with id|Invalid tab ID|tab was closed|No frame with id|Frame with ID \d+ was removed/i,
    () => 'The tab was closed or has moved on.',
  ],
];

const PERMISSION = /must request permission|Missing host permission|Cannot access contents of|permission/i;
