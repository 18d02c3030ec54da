/** What elements of an answer may be and say. All is listed; nothing is allowed by a pattern but `aria-…`. */
export interface Allowed {
  /** Attributes by HTML tag, besides `COMMON`. */
  readonly html: Readonly<Record<string, readonly string[]>>;
  readonly common: readonly string[];
  /** Properties that an element may set for itself. */
  readonly styles: readonly string[];
  /** In a chart's drawing. */
  readonly drawing: { readonly tags: readonly string[]; readonly attributes: readonly string[] };
  /** In a formula: KaTeX's boxes, the signs it draws, and MathML. */
  readonly formula: {
    readonly tags: readonly string[];
    readonly attributes: readonly string[];
    readonly styles: readonly string[];
  };
  /** What only screen readers find. */
  readonly unseen: string;
}

const NONE: readonly string[] = [];

export const ALLOWED: Allowed = {
  common: ['class', 'dir', 'title', 'role', 'tabindex', 'style'],
  styles: ['contain-intrinsic-width', 'contain-intrinsic-height', 'contain-intrinsic-block-size', 'cursor'],
  html: {
    div: ['data-more-left', 'data-more-right', 'data-pinned', 'data-tex'],
    form: NONE,
    section: NONE,
    p: NONE,
    h3: NONE,
    h4: NONE,
    h5: NONE,
    h6: NONE,
    hr: NONE,
    br: NONE,
    ul: NONE,
    ol: ['start'],
    li: NONE,
    input: ['type', 'disabled', 'checked'],
    blockquote: NONE,
    figure: NONE,
    figcaption: NONE,
    pre: NONE,
    code: NONE,
    span: ['data-destination', 'data-tex'],
    button: ['type', 'disabled'],
    table: NONE,
    thead: NONE,
    tbody: NONE,
    tr: NONE,
    th: ['scope'],
    td: NONE,
    a: ['href', 'target', 'rel', 'referrerpolicy'],
    em: NONE,
    strong: NONE,
    s: NONE,
    sup: NONE,
  },
  drawing: {
    tags: ['svg', 'g', 'path', 'rect', 'line', 'text', 'tspan', 'circle', 'title', 'desc', 'defs', 'clipPath'],
    attributes: [
      ...['xmlns', 'xmlns:xlink', 'version', 'class', 'role', 'width', 'height', 'viewBox', 'style', 'transform'],
      ...[
        'd',
        'x',
        'y',
        'x1',
        'x2',
        'y1',
        'y2',
        'cx',
        'cy',
        'r',
        'rx',
        'ry',
        'dx',
        'dy',
        'fill',
        'stroke',
        'opacity',
      ],
      ...[
        'fill-opacity',
        'stroke-opacity',
        'stroke-width',
        'stroke-dasharray',
        'stroke-dashoffset',
        'stroke-linecap',
      ],
      ...[
        'stroke-linejoin',
        'stroke-miterlimit',
        'text-anchor',
        'font-family',
        'font-size',
        'font-weight',
        'font-style',
      ],
      ...['pointer-events', 'id', 'display', 'clip-path', 'tabindex', 'focusable'],
    ],
  },
  formula: {
    tags: [
      ...[
        'span',
        'svg',
        'path',
        'line',
        'math',
        'semantics',
        'annotation',
        'mrow',
        'mi',
        'mo',
        'mn',
        'mtext',
        'mspace',
      ],
      ...[
        'msup',
        'msub',
        'msubsup',
        'mfrac',
        'msqrt',
        'mroot',
        'mover',
        'munder',
        'munderover',
        'mtable',
        'mtr',
        'mtd',
      ],
      ...['mstyle', 'mpadded', 'mphantom', 'menclose', 'mlabeledtr', 'merror'],
    ],
    attributes: [
      ...[
        'class',
        'style',
        'title',
        'xmlns',
        'encoding',
        'display',
        'stretchy',
        'fence',
        'separator',
        'mathvariant',
      ],
      ...[
        'width',
        'height',
        'depth',
        'voffset',
        'lspace',
        'rspace',
        'minsize',
        'maxsize',
        'accent',
        'accentunder',
      ],
      ...['scriptlevel', 'displaystyle', 'mathcolor', 'mathbackground', 'mathsize', 'notation', 'linethickness'],
      ...[
        'rowspacing',
        'columnspacing',
        'columnalign',
        'columnlines',
        'rowlines',
        'viewBox',
        'preserveAspectRatio',
      ],
      ...['d', 'x1', 'x2', 'y1', 'y2', 'stroke-width', 'side', 'form', 'symmetric', 'movablelimits', 'linebreak'],
    ],
    styles: [
      ...[
        'height',
        'width',
        'min-width',
        'max-width',
        'vertical-align',
        'top',
        'bottom',
        'left',
        'right',
        'position',
      ],
      ...[
        'margin-left',
        'margin-right',
        'margin-top',
        'padding-left',
        'padding-right',
        'color',
        'background-color',
      ],
      ...[
        'border-color',
        'border-style',
        'border-width',
        'border-bottom-width',
        'border-right-width',
        'font-size',
      ],
      ...['border-top-width', 'border-left-width', 'border-right-style', 'border-bottom-style'],
    ],
  },
  unseen: '.visually-hidden, .visually-hidden *, .katex-mathml, .katex-mathml *',
};
