import type { ErrorWords } from './describe-error';
import type { ChatError, ChatErrorKind } from './errors';
import type { PrivateReason } from './site-rules';

function privateTitle(host: string, reason: PrivateReason | undefined): string {
  switch (reason) {
    case 'password':
      return `Aside did not read this page of ${host}: it asks for a password.`;
    case 'bank':
      return `Aside did not read this page of ${host}: it looks like a bank’s.`;
    case 'mail':
      return `Aside did not read this page of ${host}: it looks like a mailbox.`;
    case 'health':
      return `Aside did not read this page of ${host}: it looks like a health service’s.`;
    default:
      return `Aside did not read this page of ${host}: it may be private.`;
  }
}

/** Words for what kept a page from being read. */
export function pageErrorWords(kind: Extract<ChatErrorKind, `page-${string}`>, error: ChatError): ErrorWords {
  const host = error.host ?? 'The server';
  switch (kind) {
    case 'page-permission':
      return {
        title: error.host ? `Aside may not read pages of ${error.host} yet.` : 'Aside may not read this page yet.',
        next: 'Click Aside’s button in the toolbar to let it read this tab, then try again; or allow all sites for good.',
        action: 'allow-page',
      };
    case 'page-unreadable':
      return {
        title: 'This page cannot be read.',
        next: 'Browser pages, extension stores and pages drawn as pictures have no text to give. Ask without the page, or open another one.',
        action: 'ask-without-page',
      };
    case 'page-empty':
      return {
        title: 'There is no text on this page yet.',
        next: 'If it is still loading, wait and try again, or ask without the page.',
        action: 'ask-without-page',
      };
    case 'page-private':
      return {
        title: privateTitle(host, error.detail as PrivateReason | undefined),
        next: 'Say yes above the question field to let it be read, then try again; or ask without the page.',
        action: 'ask-without-page',
      };
    case 'page-never':
      return {
        title: `Pages of ${host} are never read, as you chose.`,
        next: 'Ask without the page, or allow the site again above the question field.',
        action: 'ask-without-page',
      };
  }
}
