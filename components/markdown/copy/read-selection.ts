import { openableHref } from '../../../lib/markdown/links';
import type { Block, Inline, ListItemNode, RowNode } from '../../../lib/markdown/nodes';
import { shownPart } from '../code/show-code';
import { chartShownIn } from './copied-chart';
import { undrawnIn } from './undrawn';

/** What a selection holds, as Markdown nodes again. */
export interface Selected {
  readonly blocks: readonly Block[];
  /** Whether it lies within one block: then its words are copied and no block around them. */
  readonly within: boolean;
}

/** What is on the screen but not in the text: controls, marks, what is said by Aside itself. */
const UNCOPIED =
  'button, input, textarea, select, summary, svg, figcaption, [role=status], [role=alert], [aria-hidden=true], ' +
  '.visually-hidden, .citations, .link-host, .image-chip-host, .image-chip-open, .hidden-characters, ' +
  '.markdown-code-note, .markdown-copy, .markdown-table-more, [data-uncopied]';

const RUNNING_TEXT = 'p, h1, h2, h3, h4, h5, h6, th, td';
const EMPHASES = {
  EM: 'emphasis',
  STRONG: 'strong',
  S: 'strikethrough',
  SUB: 'subscript',
  SUP: 'superscript',
  KBD: 'keyboard',
} as const;
/** Keys mean nothing in what is only copied. */
const key = 0;

/** Reads the part of a range that lies in `root`. */
export function readSelection(range: Range, root: Element): Selected {
  const inside = clip(range, root);
  if (inside === null) return { blocks: [], within: false };
  const common = elementAt(inside.commonAncestorContainer);
  const formula = common.closest('.markdown-math');
  const code = common.closest('pre code');
  if ((formula ?? common).closest(UNCOPIED) !== null) return { blocks: [], within: false };
  if (code !== null) return { blocks: readCode(code, inside), within: true };
  const leaf = (formula ?? common).closest(RUNNING_TEXT);
  if (leaf === null) {
    const outer =
      formula?.parentElement ?? (common.matches('thead, tbody, tr') ? common.closest('table') : null) ?? common;
    const whole = outer.matches('ul, ol, table, blockquote');
    return { blocks: whole ? readBlock(outer, inside) : readBlocks(outer, inside), within: false };
  }
  const children = readInlines(leaf, inside);
  return { blocks: children.length === 0 ? [] : [{ type: 'paragraph', key, children }], within: true };
}

function clip(range: Range, root: Element): Range | null {
  if (!range.intersectsNode(root)) return null;
  const inside = range.cloneRange();
  if (!root.contains(range.startContainer)) inside.setStart(root, 0);
  if (!root.contains(range.endContainer)) inside.setEnd(root, root.childNodes.length);
  return inside;
}

function elementAt(node: Node): Element {
  return node instanceof Element ? node : (node.parentElement ?? document.documentElement);
}

function readBlocks(parent: Element, range: Range): readonly Block[] {
  return [...parent.children].flatMap((child) => (range.intersectsNode(child) ? readBlock(child, range) : []));
}

function readBlock(element: Element, range: Range): readonly Block[] {
  if (element.matches(UNCOPIED)) return [];
  const undrawn = undrawnIn(element);
  if (undrawn !== undefined) return undrawn.blocks();
  const formula = texOf(element);
  if (formula !== null) return [{ type: 'math-block', key, tex: formula, closed: true }];
  const chart = chartShownIn(element);
  if (chart !== null) return [chart];
  if (element.matches('.markdown-footnote')) {
    const children = readBlocks(element, range);
    return children.length === 0 ? [] : [{ type: 'footnote', key, label: footnoteOf(element), children }];
  }
  const heading = /^H([1-6])$/.exec(element.tagName);
  if (heading !== null || element.tagName === 'P') {
    const children = readInlines(element, range);
    if (isEmpty(children)) return [];
    return [heading === null ? { type: 'paragraph', key, children } : headingNode(element, children)];
  }
  switch (element.tagName) {
    case 'UL':
    case 'OL':
      return readList(element, range);
    case 'BLOCKQUOTE':
      return readQuote(element, range);
    case 'PRE':
      return element.firstElementChild === null ? [] : readCode(element.firstElementChild, range);
    case 'TABLE':
      return readTable(element, range);
    case 'HR':
      return [{ type: 'rule', key }];
    default:
      return readBlocks(element, range);
  }
}

function headingNode(element: Element, children: readonly Inline[]): Block {
  const [, level] = /markdown-heading-(\d)/.exec(element.className) ?? [];
  return { type: 'heading', key, level: Number(level ?? element.tagName[1]), children };
}

function readQuote(element: Element, range: Range): readonly Block[] {
  const blocks = readBlocks(element, range);
  // A question's quotes hold their words themselves.
  const words = element.children.length === 0 ? readInlines(element, range) : [];
  const children: readonly Block[] = isEmpty(words) ? blocks : [{ type: 'paragraph', key, children: words }];
  return children.length === 0 ? [] : [{ type: 'quote', key, alert: null, children }];
}

function readList(element: Element, range: Range): readonly Block[] {
  const items: ListItemNode[] = [];
  let skipped = 0;
  for (const child of element.children) {
    const children = range.intersectsNode(child) ? readBlocks(child, range) : [];
    const box = child.querySelector<HTMLInputElement>(':scope > input[type=checkbox]');
    if (children.length > 0) items.push({ type: 'list-item', key, checked: box?.checked ?? null, children });
    else if (items.length === 0) skipped++;
  }
  const start = element instanceof HTMLOListElement ? element.start + skipped : null;
  const tight = element.classList.contains('markdown-tight');
  return items.length === 0 ? [] : [{ type: 'list', key, start, tight, items }];
}

function readCode(element: Element, range: Range): readonly Block[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let offset = 0;
  let start = Infinity;
  let end = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const [from, to] = partOf(node as Text, range);
    if (to > from) {
      start = Math.min(start, offset + from);
      end = offset + to;
    }
    offset += (node as Text).length;
  }
  if (end <= start) return [];
  const text = shownPart(element, { start, end }) ?? element.textContent.slice(start, end);
  return [{ type: 'code', key, language: '', info: '', text, closed: true }];
}

function readTable(element: Element, range: Range): readonly Block[] {
  const read = (row: Element): RowNode => ({
    type: 'row',
    key,
    cells: [...row.children].map((cell) =>
      range.intersectsNode(cell) ? withoutBlanks(readInlines(cell, range)) : [],
    ),
  });
  const [head, ...rows] = [...element.querySelectorAll('tr')].map(read);
  const chosen = rows.filter(({ cells }) => !cells.every(isEmpty));
  if (head === undefined || (chosen.length === 0 && head.cells.every(isEmpty))) return [];
  return [{ type: 'table', key, aligns: [], head: head.cells, rows: chosen }];
}

/** Without the white space that stands between elements in the markup. */
function withoutBlanks(nodes: readonly Inline[]): readonly Inline[] {
  return nodes.filter((node, index) => (index > 0 && index < nodes.length - 1) || !isEmpty([node]));
}

function isEmpty(nodes: readonly Inline[]): boolean {
  return nodes.every((node) => node.type === 'text' && node.text.trim() === '');
}

function readInlines(parent: Element, range: Range): readonly Inline[] {
  const keepsBreaks = /pre/.test(getComputedStyle(parent).whiteSpace);
  const nodes: Inline[] = [];
  for (const child of parent.childNodes) {
    if (!range.intersectsNode(child)) continue;
    if (child instanceof Text) nodes.push(...readText(child, range, keepsBreaks));
    // It takes the space before it along.
    else if (child instanceof Element && child.matches('.citations')) nodes.push({ type: 'citation', ids: [] });
    else if (child instanceof Element) nodes.push(...readInline(child, range));
  }
  return nodes;
}

function readInline(element: Element, range: Range): readonly Inline[] {
  const tex = texOf(element);
  if (tex !== null) {
    return [{ type: 'math', tex, display: element.classList.contains('markdown-math-display') }];
  }
  if (element.tagName === 'BR') return [{ type: 'line-break' }];
  if (element.matches('.footnote-reference')) {
    return [{ type: 'footnote-reference', label: footnoteOf(element), defined: true }];
  }
  if (element.matches(UNCOPIED)) return [];
  const href = element instanceof HTMLAnchorElement ? openableHref(element.href) : null;
  if (element.matches('.image-chip, .picture')) {
    const alt = element.querySelector('.image-chip-alt, .picture-words')?.textContent ?? '';
    return [{ type: 'image', destination: href ?? '', href, title: '', alt }];
  }
  const children = readInlines(element, range);
  if (children.length === 0) return [];
  if (element.tagName === 'CODE') {
    return [{ type: 'inline-code', text: children.map((node) => ('text' in node ? node.text : '')).join('') }];
  }
  if (href !== null) return [{ type: 'link', destination: href, href, pending: false, title: '', children }];
  const emphasis = EMPHASES[element.tagName as keyof typeof EMPHASES] as
    (typeof EMPHASES)[keyof typeof EMPHASES] | undefined;
  return emphasis === undefined ? children : [{ type: emphasis, children }];
}

function readText(node: Text, range: Range, keepsBreaks: boolean): readonly Inline[] {
  const text = node.data.slice(...partOf(node, range));
  if (text === '') return [];
  if (!keepsBreaks) return [{ type: 'text', text: text.replace(/[ \t\n]+/g, ' ') }];
  const lines = text.split('\n').map((line): Inline => ({ type: 'text', text: line }));
  return lines.flatMap((line, index) => (index === 0 ? [line] : [{ type: 'line-break' }, line]));
}

function partOf(node: Text, range: Range): readonly [from: number, to: number] {
  if (!range.intersectsNode(node)) return [0, 0];
  return [
    node === range.startContainer ? range.startOffset : 0,
    node === range.endContainer ? range.endOffset : node.length,
  ];
}

function footnoteOf(element: Element): string {
  return element instanceof HTMLElement ? (element.dataset['footnote'] ?? '') : '';
}

/** A formula's LaTeX; one that is selected in part counts whole. */
function texOf(element: Element): string | null {
  return element.matches('.markdown-math[data-tex]') && element instanceof HTMLElement
    ? (element.dataset['tex'] ?? null)
    : null;
}
