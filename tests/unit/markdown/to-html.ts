import type { Block, Cell, Inline, ListItemNode } from '../../../lib/markdown/nodes';

// Writes our tree as the HTML of CommonMark's specification, to compare it with the specification's own examples.

const TAGS = {
  emphasis: 'em',
  strong: 'strong',
  strikethrough: 's',
  subscript: 'sub',
  superscript: 'sup',
  keyboard: 'kbd',
} as const;

/** The HTML of blocks. */
export function toHtml(blocks: readonly Block[]): string {
  return blocks.map((block) => blockHtml(block, false)).join('');
}

function blockHtml(block: Block, tight: boolean): string {
  switch (block.type) {
    case 'paragraph':
      return tight ? inlineHtml(block.children) : `<p>${inlineHtml(block.children)}</p>\n`;
    case 'heading':
      return `<h${block.level}>${inlineHtml(block.children)}</h${block.level}>\n`;
    case 'quote':
      return `<blockquote>\n${toHtml(block.children)}</blockquote>\n`;
    case 'footnote':
      return `<aside data-label="${escape(block.label)}">${toHtml(block.children)}</aside>\n`;
    case 'list': {
      const tag = block.start === null ? 'ul' : 'ol';
      const start = block.start === null || block.start === 1 ? '' : ` start="${block.start}"`;
      return `<${tag}${start}>\n${block.items.map((item) => itemHtml(item, block.tight)).join('')}</${tag}>\n`;
    }
    case 'code': {
      const language = block.language === '' ? '' : ` class="language-${escape(block.language)}"`;
      return `<pre><code${language}>${escape(block.text)}</code></pre>\n`;
    }
    case 'math-block':
      return `<math display="block">${escape(block.tex)}</math>\n`;
    case 'table':
      return tableHtml(
        block.head,
        block.rows.map((row) => row.cells),
      );
    case 'rule':
      return '<hr />\n';
  }
}

function itemHtml(item: ListItemNode, tight: boolean): string {
  const box =
    item.checked === null ? '' : `<input${item.checked ? ' checked=""' : ''} disabled="" type="checkbox"> `;
  return `<li>${box}${item.children.map((child) => blockHtml(child, tight)).join('\n')}</li>\n`;
}

function tableHtml(head: readonly Cell[], rows: readonly (readonly Cell[])[]): string {
  const row = (cells: readonly Cell[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${inlineHtml(cell)}</${tag}>`).join('')}</tr>`;
  const body = rows.length === 0 ? '' : `<tbody>${rows.map((cells) => row(cells, 'td')).join('')}</tbody>`;
  return `<table><thead>${row(head, 'th')}</thead>${body}</table>\n`;
}

function inlineHtml(nodes: readonly Inline[]): string {
  return nodes.map(oneInlineHtml).join('');
}

function oneInlineHtml(node: Inline): string {
  switch (node.type) {
    case 'text':
    case 'hidden':
      return escape(node.text);
    case 'inline-code':
      return `<code>${escape(node.text)}</code>`;
    case 'line-break':
      return '<br />\n';
    case 'link':
      if (node.pending) return `<a>${inlineHtml(node.children)}</a>`;
      return `<a href="${escape(node.destination)}"${titleHtml(node.title)}>${inlineHtml(node.children)}</a>`;
    case 'image':
      return `<img src="${escape(node.destination)}" alt="${escape(node.alt)}"${titleHtml(node.title)} />`;
    case 'footnote-reference':
      return `<sup>${node.label}</sup>`;
    case 'math':
      return `<math${node.display ? ' display="block"' : ''}>${escape(node.tex)}</math>`;
    case 'overflow':
      return inlineHtml(node.children);
    case 'citation':
      return `<cite>${node.ids.join()}</cite>`;
    default:
      return `<${TAGS[node.type]}>${inlineHtml(node.children)}</${TAGS[node.type]}>`;
  }
}

function titleHtml(title: string): string {
  return title === '' ? '' : ` title="${escape(title)}"`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Makes HTML comparable: white space that separates block elements means nothing. */
export function normalizeHtml(html: string): string {
  const block = String.raw`(?:</?(?:p|h[1-6]|blockquote|ul|ol|li|pre|table|thead|tbody|tr|th|td|hr)\b[^>]*>)`;
  return html
    .replaceAll(new RegExp(String.raw`\s*(${block})(?!<code)\s*`, 'g'), '$1')
    .replaceAll(/ align="\w+"/g, '')
    .trim();
}
