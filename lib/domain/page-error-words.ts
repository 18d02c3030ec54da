import type { ErrorWords } from './describe-error';
import type { ChatError, ChatErrorKind } from './errors';
import type { PrivateReason } from './site-rules';

const PRIVATE: Readonly<Record<PrivateReason, string>> = {
  password: 'it asks for a password',
  bank: 'it looks like a bank’s',
  mail: 'it looks like a mailbox',
  health: 'it looks like a health service’s',
};

/** Words for what kept a page from being read. */
export function pageErrorWords(kind: Extract<ChatErrorKind, `page-${string}`>, error: ChatError): ErrorWords {
  const host = error.host ?? 'The server';
  switch (kind) {
    case 'page-permission':
      return {
        title: `Aside may not read ${error.host ? `pages of ${error.host}` : 'this page'} yet.`,
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
        title: `Aside did not read this page of ${host}: ${PRIVATE[error.detail as PrivateReason] ?? 'it may be private'}.`,
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
