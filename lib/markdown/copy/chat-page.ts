import { describeUnreadPictures } from '../../domain/archive/describe-unread-pictures';
import type { ThreadMessage } from '../../domain/chat';
import { textOf } from '../../domain/content';
import { showHidden } from '../../domain/hidden-characters';
import type { Picture } from '../../domain/pictures/picture';
import { readPictureReference } from '../../domain/pictures/picture-reference';
import { splitQuotes } from '../../domain/quote';
import { openableHref } from '../links';
import { parseMarkdown } from '../parse-markdown';
import { copiedHtml, escapeHtml, type PictureData } from './copied-html';
import { CHAT_PAGE_STYLE } from './chat-page-style';

/** Nothing but its own style and its own pictures, should it ever be opened where a policy counts. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** What a page of a chat is made of. */
export interface ChatPage {
  readonly title: string;
  /** Root first. */
  readonly branch: readonly ThreadMessage[];
  readonly pictures: readonly Picture[];
  /** How many pictures could not be read. */
  readonly unread: number;
}

/**
 * A branch of a chat as one HTML file that needs nothing else: pictures are in it as data, there is no script and nothing
 * is fetched. All words of the chat are escaped; nothing of ours ever parses it.
 */
export function chatPage({ title, branch, pictures, unread }: ChatPage): string {
  const name = escapeHtml(showHidden(title));
  const missing = describeUnreadPictures(unread);
  const turns = branch.map((entry) => articleHtml(entry, pictures));
  return [
    '<!doctype html>',
    '<html>',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${name}</title>`,
    `<style>${CHAT_PAGE_STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1 dir="auto">${name}</h1>`,
    ...(missing === '' ? [] : [`<p class="note">${escapeHtml(missing)}</p>`]),
    ...turns,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function articleHtml({ message, parts }: ThreadMessage, pictures: readonly Picture[]): string {
  if (message.role === 'user') {
    const you = 'You';
    return `<article class="you">\n<h2>${escapeHtml(you)}</h2>\n${pageHtml(message)}${questionHtml(textOf(parts))}</article>`;
  }
  const name = escapeHtml(showHidden(message.assistantName ?? 'Assistant'));
  const model = message.modelRef?.model ?? '';
  const by =
    model === '' || model === message.assistantName ? '' : ` <small>${escapeHtml(showHidden(model))}</small>`;
  const body = copiedHtml(parseMarkdown(textOf(parts)), pictureDataOf(message.id, pictures));
  return `<article>\n<h2>${name}${by}</h2>\n${body}\n</article>`;
}

function questionHtml(text: string): string {
  return splitQuotes(text)
    .map(({ quoted, text: words }) => {
      const tag = quoted ? 'blockquote' : 'p';
      return `<${tag} class="written" dir="auto">${escapeHtml(showHidden(words))}</${tag}>\n`;
    })
    .join('');
}

function pageHtml({ page }: ThreadMessage['message']): string {
  if (page === null) return '';
  const name = escapeHtml(showHidden(page.title || page.url));
  const href = openableHref(page.url);
  return `<p class="page">${href === null ? name : `<a href="${escapeHtml(href)}">${name}</a>`}</p>\n`;
}

/** An answer shows no picture but its own. */
function pictureDataOf(messageId: string, pictures: readonly Picture[]): PictureData {
  const own = new Map(pictures.filter((picture) => picture.messageId === messageId).map((p) => [p.id, p]));
  return (destination) => {
    const reference = readPictureReference(destination);
    const picture = reference !== null && 'id' in reference ? own.get(reference.id) : undefined;
    return picture === undefined ? null : `data:${picture.mime};base64,${picture.data}`;
  };
}
