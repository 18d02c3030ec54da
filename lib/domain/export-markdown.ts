import { describeUnreadPictures } from './archive/describe-unread-pictures';
import type { ThreadMessage } from './chat';
import { attachedOf, type AttachedPart } from './attachments/attached';
import { withoutMarks } from './citations';
import { textOf } from './content';
import type { PictureId } from './ids';
import type { PageRef } from './page';
import type { Picture } from './pictures/picture';
import { replacePictures, withoutPictures } from './pictures/picture-reference';

/**
 * A branch of a chat as one Markdown document. Its pictures are in it: the text names them, and their data is at the end,
 * where it is in nobody's way. It says so where `unread` of them could not be read.
 */
export function exportMarkdown(
  title: string,
  branch: readonly ThreadMessage[],
  pictures: readonly Picture[] = [],
  unread = 0,
): string {
  const named = new Map<PictureId, string>();
  const turns = branch.map(({ message, parts }) => {
    if (message.role === 'assistant') {
      return `## ${message.assistantName ?? 'Assistant'}\n\n${withoutMarks(namePictures(textOf(parts), pictures, named))}`;
    }
    const you = 'You';
    const attached = attachedOf(parts).map((part) => attachedText(part, pictures, named));
    return `## ${you}\n\n${pageLine(message.page)}${[...attached, textOf(parts)].filter(Boolean).join('\n\n')}`;
  });
  const data = pictures.flatMap(({ id, mime, data }) => {
    const name = named.get(id);
    return name === undefined ? [] : [`[${name}]: data:${mime};base64,${data}\n`];
  });
  const missing = describeUnreadPictures(unread);
  const note = missing === '' ? '' : `*${missing}*\n\n`;
  return `# ${title || 'Chat'}\n\n${note}${turns.join('\n\n')}\n${data.length === 0 ? '' : `\n${data.join('')}`}`;
}

/** What went with a question: a picture where it stands, a file in a fence longer than any in it. */
function attachedText(part: AttachedPart, pictures: readonly Picture[], named: Map<PictureId, string>): string {
  if (part.type === 'picture') return namePictures(part.text, pictures, named);
  const longest = Math.max(2, ...(part.text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `File: ${part.name.replace(/\s+/g, ' ')}\n\n${fence}\n${part.text.replace(/\n$/, '')}\n${fence}`;
}

/** Names the pictures of a text that are there, and says in words what the others were. */
function namePictures(text: string, pictures: readonly Picture[], named: Map<PictureId, string>): string {
  const there = replacePictures(text, (alt, reference, whole) => {
    const picture = 'id' in reference ? pictures.find(({ id }) => id === reference.id) : undefined;
    if (picture === undefined) return whole;
    const name = named.get(picture.id) ?? `picture-${named.size + 1}`;
    named.set(picture.id, name);
    return `![${alt}][${name}]`;
  });
  return withoutPictures(there);
}

function pageLine(page: PageRef | null): string {
  if (page === null) return '';
  const name = (page.title || page.url).replace(/\s+/g, ' ').replace(/[[\]\\]/g, '\\$&');
  const link = `[${name}](<${page.url}>)`;
  const line = `Page: ${link}`;
  return `${line}\n\n`;
}
