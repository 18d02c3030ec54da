import type { Message } from '../../../lib/domain/chat';
import { textOf, type ContentPart } from '../../../lib/domain/content';
import { showHidden } from '../../../lib/domain/hidden-characters';
import { splitQuotes } from '../../../lib/domain/quote';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';
import { shownRuns } from '../../../lib/markdown/shown-runs';

/** What a reader sees of a message, run by run, as Question.svelte and Answer.svelte show it. */
export function messageRuns({ role, page }: Message, parts: readonly ContentPart[]): readonly string[] {
  const text = textOf(parts);
  if (role === 'user') {
    const name = page === null ? [] : [page.title || page.url];
    return [...name, ...splitQuotes(text).map((passage) => passage.text)].map(showHidden);
  }
  return parts.flatMap((part) => shownRuns(parseMarkdown(part.text)));
}
