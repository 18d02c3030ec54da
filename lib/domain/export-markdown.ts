import type { ThreadMessage } from './chat';
import { withoutMarks } from './citations';
import { textOf } from './content';

/** A branch of a chat as one Markdown document. */
export function exportMarkdown(title: string, branch: readonly ThreadMessage[]): string {
  const turns = branch.map(({ message, parts }) => {
    if (message.role === 'assistant') {
      return `## ${message.assistantName ?? 'Assistant'}\n\n${withoutMarks(textOf(parts))}`;
    }
    const page =
      message.page === null ? '' : `Page: [${message.page.title || message.page.url}](<${message.page.url}>)\n\n`;
    return `## You\n\n${page}${textOf(parts)}`;
  });
  return `# ${title || 'Chat'}\n\n${turns.join('\n\n')}\n`;
}
