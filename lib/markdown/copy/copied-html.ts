import { withoutHidden } from '../../domain/hidden-characters';
import { chartTable, readChart } from '../chart/read-chart';
import { openableHref } from '../links';
import type { Block, Cell, CodeNode, Inline, ListItemNode } from '../nodes';
import { copiedInline } from './copied-inline';

const TAGS = {
  emphasis: 'em',
  strong: 'strong',
  strikethrough: 's',
  subscript: 'sub',
  superscript: 'sup',
  keyboard: 'kbd',
} as const;

/**
 * Blocks as HTML for the clipboard, where other programs read it; nothing of ours ever parses it. All text is escaped,
 * links are http, https or mailto, images are links, charts are their data, formulas LaTeX, citations are left out.
 */
export function copiedHtml(blocks: readonly Block[]): string {
  return blocks.map(blockHtml).join('');
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children)}</p>`;
    case 'heading':
      return `<h${block.level}>${inlineHtml(block.children)}</h${block.level}>`;
    case 'quote':
      return `<blockquote>${copiedHtml(block.children)}</blockquote>`;
    case 'footnote':
      return `<div>[${escapeHtml(block.label)}] ${copiedHtml(block.children)}</div>`;
    case 'list': {
      const tag = block.start === null ? 'ul' : 'ol';
      const start = block.start === null || block.start === 1 ? '' : ` start="${block.start}"`;
      return `<${tag}${start}>${block.items.map((item) => itemHtml(item, block.tight)).join('')}</${tag}>`;
    }
    case 'code':
      return codeHtml(block);
    case 'math-block':
      return `<p>${escapeHtml(`$$${block.tex}$$`)}</p>`;
    case 'table':
      return tableHtml(
        block.head,
        block.rows.map((row) => row.cells),
      );
    case 'rule':
      return '<hr>';
  }
}

function itemHtml({ checked, children }: ListItemNode, tight: boolean): string {
  const box = checked === null ? '' : checked ? '☑ ' : '☐ ';
  const parts = children.map((child) =>
    child.type === 'paragraph' && tight ? inlineHtml(child.children) : blockHtml(child),
  );
  return `<li>${box}${parts.join('')}</li>`;
}

function codeHtml({ language, text }: CodeNode): string {
  const reading = language === 'vega-lite' ? readChart(text) : null;
  if (reading?.type !== 'chart') return `<pre><code>${escapeHtml(withoutHidden(text))}</code></pre>`;
  const [head = [], ...rows] = chartTable(reading.chart).map((cells) => cells.map(textCell));
  const { title } = reading.chart;
  return `${title === '' ? '' : `<p><strong>${escapeHtml(withoutHidden(title))}</strong></p>`}${tableHtml(head, rows)}`;
}

function textCell(text: string): Cell {
  return [{ type: 'text', text: withoutHidden(text) }];
}

function tableHtml(head: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const row = (cells: readonly Cell[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${inlineHtml(cell)}</${tag}>`).join('')}</tr>`;
  const titles = head.some((cell) => copiedInline(cell).trim() !== '') ? `<thead>${row(head, 'th')}</thead>` : '';
  return `<table>${titles}<tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

/** Running text as HTML, for a selection within one block. */
export function inlineHtml(nodes: readonly Inline[]): string {
  return nodes.map(oneHtml).join('');
}

function oneHtml(node: Inline, index: number, nodes: readonly Inline[]): string {
  switch (node.type) {
    case 'inline-code':
      return `<code>${escapeHtml(withoutHidden(node.text))}</code>`;
    case 'line-break':
      return '<br>';
    case 'emphasis':
    case 'strong':
    case 'strikethrough':
    case 'subscript':
    case 'superscript':
    case 'keyboard':
      return `<${TAGS[node.type]}>${inlineHtml(node.children)}</${TAGS[node.type]}>`;
    case 'link':
      return linkHtml(node.href, inlineHtml(node.children));
    case 'image':
      return linkHtml(node.href, escapeHtml(withoutHidden(node.alt || node.title || 'Image')));
    default:
      return escapeHtml(
        copiedInline(nodes.slice(index, index + 2).slice(0, nodes[index + 1]?.type === 'citation' ? 2 : 1)),
      );
  }
}

/** Asked again: what is on the clipboard is opened by others. */
function linkHtml(href: string | null, inner: string): string {
  const safe = href === null ? null : openableHref(href);
  return safe === null ? inner : `<a href="${escapeHtml(safe)}">${inner}</a>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
