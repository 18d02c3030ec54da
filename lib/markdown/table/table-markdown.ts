import type { Align, Cell, Inline } from '../nodes';

const RULES: Readonly<Record<NonNullable<Align>, string>> = { left: ':---', center: ':---:', right: '---:' };

/**
 * A table as Markdown (GitHub's tables) that reads back as the same cells; citations are left out, since they mean
 * nothing elsewhere.
 */
export function tableToMarkdown(
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  aligns: readonly Align[],
): string {
  const rule = head.map((_, column) => RULES[aligns[column] ?? 'left']);
  const plainRule = rule.map((mark, column) => (aligns[column] ? mark : '---'));
  return [head.map(cellMarkdown), plainRule, ...rows.map((cells) => cells.map(cellMarkdown))]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

function cellMarkdown(cell: Cell): string {
  return inlineMarkdown(cell).replaceAll('|', '\\|').replace(/\s+/g, ' ').trim();
}

function inlineMarkdown(nodes: readonly Inline[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return escapeText(node.text);
        case 'inline-code':
          return fenced(node.text);
        case 'line-break':
          return '<br>';
        case 'citation':
        case 'hidden':
          return '';
        case 'subscript':
          return `<sub>${inlineMarkdown(node.children)}</sub>`;
        case 'superscript':
          return `<sup>${inlineMarkdown(node.children)}</sup>`;
        case 'keyboard':
          return `<kbd>${inlineMarkdown(node.children)}</kbd>`;
        case 'footnote-reference':
          return `[^${node.label}]`;
        case 'math':
          return node.display ? `$$${node.tex}$$` : `$${node.tex}$`;
        case 'image':
          return `![${escapeText(node.alt)}](${node.destination}${titled(node.title)})`;
        case 'link':
          return `[${inlineMarkdown(node.children)}](${node.destination}${titled(node.title)})`;
        case 'overflow':
          return inlineMarkdown(node.children);
        case 'emphasis':
          return marked('*', node.children);
        case 'strong':
          return marked('**', node.children);
        case 'strikethrough':
          return marked('~~', node.children);
      }
    })
    .join('');
}

function marked(mark: string, children: readonly Inline[]): string {
  return `${mark}${inlineMarkdown(children)}${mark}`;
}

function titled(title: string): string {
  return title === '' ? '' : ` "${title.replaceAll('"', '\\"')}"`;
}

function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<~&]/g, '\\$&');
}

/** Code between more back-ticks than stand in it. */
function fenced(code: string): string {
  const runs = code.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const pad = code.startsWith('`') || code.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${code}${pad}${fence}`;
}
