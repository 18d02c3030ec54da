import type { ThreadMessage } from './chat';
import { withoutMarks } from './citations';
import { textOf } from './content';
import type { PageRef } from './page';

/** A branch of a chat as one Markdown document. */
export function exportMarkdown(title: string, branch: readonly ThreadMessage[]): string {
  const turns = branch.map(({ message, parts }) => {
    if (message.role === 'assistant') {
      return `## ${message.assistantName ?? 'Assistant'}\n\n${withoutMarks(textOf(parts))}`;
    }
    return `## You\n\n${pageLine(message.page)}${textOf(parts)}`;
  });
  return `# ${title || 'Chat'}\n\n${turns.join('\n\n')}\n`;
}

function pageLine(page: PageRef | null): string {
  if (page === null) return '';
  const name = (page.title || page.url).replace(/\s+/g, ' ').replace(/[[\]\\]/g, '\\$&');
  return `Page: [${name}](<${page.url}>)\n\n`;
}
