import { withoutHidden } from '../../domain/hidden-characters';
import { chartTable, readChart } from '../chart/read-chart';
import { openableHref } from '../links';
import type { Block, Cell, CodeNode, ImageNode, Inline, ListItemNode } from '../nodes';
import { copiedInline } from './copied-inline';

const TAGS = {
  emphasis: 'em',
  strong: 'strong',
  strikethrough: 's',
  subscript: 'sub',
  superscript: 'sup',
  keyboard: 'kbd',
} as const;

/** Gives the address of a picture's data (`data:image/png;base64,…`) by where the Markdown says it is; null: none. */
export type PictureData = (destination: string) => string | null;

const noPictures: PictureData = () => null;

/**
 * Blocks as HTML for the clipboard and for files, where other programs read it; nothing of ours ever parses it. All text
 * is escaped, links are http, https or mailto, images are links unless `pictureData` has them, charts are their data,
 * formulas LaTeX, citations are left out.
 */
export function copiedHtml(blocks: readonly Block[], pictureData: PictureData = noPictures): string {
  return blocks.map((block) => blockHtml(block, pictureData)).join('');
}

function blockHtml(block: Block, data: PictureData): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(block.children, data)}</p>`;
    case 'heading':
      return `<h${block.level}>${inlineHtml(block.children, data)}</h${block.level}>`;
    case 'quote':
      return `<blockquote>${copiedHtml(block.children, data)}</blockquote>`;
    case 'footnote':
      return `<div>[${escapeHtml(block.label)}] ${copiedHtml(block.children, data)}</div>`;
    case 'list': {
      const tag = block.start === null ? 'ul' : 'ol';
      const start = block.start === null || block.start === 1 ? '' : ` start="${block.start}"`;
      return `<${tag}${start}>${block.items.map((item) => itemHtml(item, block.tight, data)).join('')}</${tag}>`;
    }
    case 'code':
      return codeHtml(block);
    case 'math-block':
      return `<p>${escapeHtml(`$$${block.tex}$$`)}</p>`;
    case 'table':
      return tableHtml(
        block.head,
        block.rows.map((row) => row.cells),
        data,
      );
    case 'rule':
      return '<hr>';
  }
}

function itemHtml({ checked, children }: ListItemNode, tight: boolean, data: PictureData): string {
  const box = checked === null ? '' : checked ? '☑ ' : '☐ ';
  const parts = children.map((child) =>
    child.type === 'paragraph' && tight ? inlineHtml(child.children, data) : blockHtml(child, data),
  );
  return `<li>${box}${parts.join('')}</li>`;
}

function codeHtml({ language, text }: CodeNode): string {
  const reading = language === 'vega-lite' ? readChart(text) : null;
  if (reading?.type !== 'chart') return `<pre><code>${escapeHtml(withoutHidden(text))}</code></pre>`;
  const [head = [], ...rows] = chartTable(reading.chart).map((cells) => cells.map(textCell));
  const { title } = reading.chart;
  return `${title === '' ? '' : `<p><strong>${escapeHtml(withoutHidden(title))}</strong></p>`}${tableHtml(head, rows, noPictures)}`;
}

function textCell(text: string): Cell {
  return [{ type: 'text', text: withoutHidden(text) }];
}

function tableHtml(head: readonly Cell[], rows: readonly (readonly Cell[])[], data: PictureData): string {
  const row = (cells: readonly Cell[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${inlineHtml(cell, data)}</${tag}>`).join('')}</tr>`;
  const titles = head.some((cell) => copiedInline(cell).trim() !== '') ? `<thead>${row(head, 'th')}</thead>` : '';
  return `<table>${titles}<tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody></table>`;
}

/** Running text as HTML, for a selection within one block. */
export function inlineHtml(nodes: readonly Inline[], data: PictureData = noPictures): string {
  return nodes.map((_, index) => oneHtml(nodes, index, data)).join('');
}

function oneHtml(nodes: readonly Inline[], index: number, data: PictureData): string {
  const node = nodes[index];
  if (node === undefined) return '';
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
      return `<${TAGS[node.type]}>${inlineHtml(node.children, data)}</${TAGS[node.type]}>`;
    case 'link':
      return linkHtml(node.href, inlineHtml(node.children, data));
    case 'image':
      return imageHtml(node, data);
    default:
      return escapeHtml(
        copiedInline(nodes.slice(index, index + 2).slice(0, nodes[index + 1]?.type === 'citation' ? 2 : 1)),
      );
  }
}

function imageHtml({ href, destination, alt, title }: ImageNode, data: PictureData): string {
  const words = escapeHtml(withoutHidden(alt || title || 'Image'));
  const source = data(destination);
  return source === null ? linkHtml(href, words) : `<img src="${escapeHtml(source)}" alt="${words}">`;
}

/** Asked again: what is on the clipboard is opened by others. */
function linkHtml(href: string | null, inner: string): string {
  const safe = href === null ? null : openableHref(href);
  return safe === null ? inner : `<a href="${escapeHtml(safe)}">${inner}</a>`;
}

/** Text as it may stand in an element or between the quotation marks of an attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
