import type { PageSnapshot } from '../../domain/page';
import type { Quote } from './choose-quotes';
import { escapeMarkdown } from './escape-markdown';
import type { OutlineEntry } from './outline';
import type { Wording } from './wording';

/** An answer of quotes as Markdown, after a line of our own: each a block quote that ends with its citation, under the heading it stands under. */
export function writeQuotes(lead: string, quotes: readonly Quote[], page: PageSnapshot): string {
  const lines = [lead];
  let shownHeading = '';
  for (const { block, text } of quotes) {
    const heading = block.headings.at(-1) ?? '';
    if (heading !== shownHeading && heading !== page.title) lines.push(bold(heading));
    shownHeading = heading;
    lines.push(quotation(text, block.id));
  }
  return lines.filter((line) => line !== '').join('\n\n');
}

/** An outline as Markdown: title, headings and opening sentences. */
export function writeOutline(entries: readonly OutlineEntry[], page: PageSnapshot, wording: Wording): string {
  const lines = [wording.outlined, bold(page.title)];
  for (const { heading, opening } of entries) {
    if (heading !== null && heading.text !== page.title) lines.push(`${bold(heading.text)} [${heading.id}]`);
    lines.push(quotation(opening.text, opening.block.id));
  }
  return lines.filter((line) => line !== '').join('\n\n');
}

/** The honest no: what is missing and what to do. */
export function writeNotFound(missing: readonly string[], wording: Wording): string {
  const words = missing.map((word) => `“${escapeMarkdown(word)}”`).join(', ');
  return [wording.notFound, words === '' ? '' : wording.missing(words), wording.nextStep]
    .filter(Boolean)
    .join(' ');
}

function quotation(text: string, blockId: string): string {
  return `> ${escapeMarkdown(text, '> ')} [${blockId}]`;
}

function bold(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? '' : `**${escapeMarkdown(line)}**`;
}
