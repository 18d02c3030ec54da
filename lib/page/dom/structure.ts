/** What an element is for the structure of the text. */
export type Structure =
  | 'heading'
  | 'list'
  | 'item'
  | 'term'
  | 'table'
  | 'row'
  | 'cell'
  | 'code'
  | 'quote'
  | 'caption'
  | 'break'
  | 'none';

const BY_TAG: Readonly<Record<string, Structure>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  ul: 'list',
  ol: 'list',
  dl: 'list',
  menu: 'list',
  li: 'item',
  dd: 'item',
  dt: 'term',
  table: 'table',
  tr: 'row',
  td: 'cell',
  th: 'cell',
  pre: 'code',
  blockquote: 'quote',
  figcaption: 'caption',
  br: 'break',
};

const BY_ROLE: Readonly<Record<string, Structure>> = {
  heading: 'heading',
  list: 'list',
  listitem: 'item',
  table: 'table',
  grid: 'table',
  row: 'row',
  cell: 'cell',
  gridcell: 'cell',
  columnheader: 'cell',
  rowheader: 'cell',
  presentation: 'none',
  none: 'none',
};

/** The part an element plays, from its role or its tag. */
export function structureOf(element: Element): Structure {
  const role = element.getAttribute('role');
  return (role === null ? undefined : BY_ROLE[role]) ?? BY_TAG[element.localName] ?? 'none';
}

/** 1 to 6 (or more by `aria-level`). */
export function headingLevel(element: Element): number {
  const declared = Number(element.getAttribute('aria-level'));
  if (declared > 0) return declared;
  return /^h([1-6])$/.test(element.localName) ? Number(element.localName.slice(1)) : 2;
}

const WITHOUT_TEXT = new Set(
  (
    'script style template head meta link base title svg canvas audio video object embed map area ' +
    'datalist select option optgroup textarea input img picture source track param rt rp progress meter'
  ).split(' '),
);

/** Elements whose text is no part of what a page says, or is drawn by something else. */
export function hasNoText(element: Element): boolean {
  if (element.localName === 'noscript') return element.firstElementChild === null;
  return WITHOUT_TEXT.has(element.localName);
}

/** The source of a formula (TeX where the page has it), or null when the element is no formula. */
export function formulaText(element: Element): string | null {
  const math = mathOf(element);
  if (math === null) return null;
  const tex = math.querySelector('annotation[encoding*="tex" i]')?.textContent ?? math.getAttribute('alttext');
  if (tex !== null) return tex.trim();
  return Array.from(math.children, (child) => child.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function mathOf(element: Element): Element | null {
  if (element.localName === 'math') return element;
  const drawn =
    element.localName === 'mjx-container' ||
    element.matches('.katex, .mwe-math-element, .MathJax_Display, .MathJax');
  return drawn ? element.querySelector('math') : null;
}

/** What holds all that a page shows; in a document that is no HTML its outermost element. */
export function bodyOf(page: Document): HTMLElement {
  return page.body ?? page.documentElement;
}
