import MarkdownIt from 'markdown-it';
import type { PageSnapshot } from '../../lib/domain/page';
import type { PromptMessage, ProviderRequest } from '../../lib/providers/provider';
import { createBuiltInReader } from '../../lib/providers/built-in/built-in-reader';
import { WORDINGS } from '../../lib/providers/built-in/wording';

/** A request with one question and at most one page. */
export function requestFor(
  question: string,
  page: PageSnapshot | null,
  earlier: readonly PromptMessage[] = [],
): ProviderRequest {
  return {
    model: 'reader',
    system: '',
    messages: [...earlier, { role: 'user', text: question }],
    question,
    pages: page === null ? [] : [page],
  };
}

/** The reader's whole answer to a request. */
export async function askReader(request: ProviderRequest): Promise<string> {
  const reader = createBuiltInReader({ pause: () => Promise.resolve() });
  let text = '';
  for await (const event of reader(request, new AbortController().signal)) {
    if (event.type === 'text-delta') text += event.text;
    if (event.type === 'error') throw new Error(event.error.detail ?? event.error.kind);
  }
  return text;
}

/** Whether an answer starts by saying that it was not found, or not clearly found, on the page. */
export function saysNotFound(answer: string): boolean {
  return Object.values(WORDINGS).some(
    ({ notFound, closest }) => answer.startsWith(notFound) || answer.startsWith(closest),
  );
}

/** A quote as a reader of the rendered answer sees it. */
export interface RenderedQuote {
  readonly blockId: string;
  readonly text: string;
}

const CITED = /^([^]*) \[(b\d+)\]$/;

/** Renders an answer as CommonMark and reads its block quotes back. */
export function renderedQuotes(markdown: string): RenderedQuote[] {
  const quotes: RenderedQuote[] = [];
  let depth = 0;
  for (const token of new MarkdownIt('commonmark').parse(markdown, {})) {
    if (token.type === 'blockquote_open') depth++;
    if (token.type === 'blockquote_close') depth--;
    if (token.type !== 'inline' || depth === 0) continue;
    const text = (token.children ?? [])
      .map(({ type, content }) => (type === 'hardbreak' ? '\n' : content))
      .join('');
    const [, quoted = '', blockId = ''] = CITED.exec(text) ?? [];
    quotes.push({ blockId, text: quoted });
  }
  return quotes;
}
