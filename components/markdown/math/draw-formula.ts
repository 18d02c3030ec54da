import katex, { type KatexOptions } from 'katex';
import 'katex/dist/katex.min.css';
import { refuseTex } from '../../../lib/markdown/math/refuse-tex';

/** More parts than any formula has that a person would read. */
const MAX_NODES = 12_000;
const MAX_NESTING = 250;

/** What is used of KaTeX's own tree of a formula. */
interface Part {
  readonly children?: readonly Part[];
  readonly style?: Partial<Record<'color' | 'backgroundColor', string>>;
  attributes?: Record<string, string>;
  toNode(): Node;
}

/** KaTeX's way to its tree, which its types leave out: what it gives at once can't be mended (see `prepare`). */
interface TreeMaker {
  __renderToDomTree(tex: string, options: KatexOptions): Part;
}

/**
 * Draws LaTeX by KaTeX: the formula, with MathML beside it for screen readers. Throws an error whose message is a
 * sentence where it can't be drawn. Nothing in it can link, load, name an element or make macros, however it is written.
 */
export function drawFormula(tex: string, display: boolean): Node {
  const refusal = refuseTex(tex);
  if (refusal !== null) throw new Error(refusal);
  const { __renderToDomTree: makeTree } = katex as unknown as TreeMaker;
  const tree = makeTree(tex, {
    displayMode: display,
    output: 'htmlAndMathml',
    throwOnError: true,
    errorColor: 'inherit',
    strict: 'ignore',
    trust: false,
    maxSize: 10,
    maxExpand: 500,
    // Labels mean nothing without references to them.
    macros: { '\\label': '\\@secondoftwo{#1}{}' },
  });
  prepare(tree);
  return tree.toNode();
}

/**
 * Counts the parts of a formula, makes its colours readable, and has static styles set by property instead of by
 * attribute: our content policy refuses the attribute.
 */
function prepare(tree: Part): void {
  let nodes = 0;
  const stack: { readonly part: Part; readonly depth: number }[] = [{ part: tree, depth: 0 }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { part, depth } = top;
    if (++nodes > MAX_NODES || depth > MAX_NESTING) throw new Error('it is too large.');
    for (const child of part.children ?? []) stack.push({ part: child, depth: depth + 1 });
    fitColors(part.style);
    styleByProperty(part);
  }
}

/** Keeps the hue of a colour and gives it the lightness that the theme in force can be read with. */
function fitColors(style: Part['style']): void {
  if (style?.color !== undefined) style.color = themed(style.color, '0.5 c h', '0.76 c h');
  if (style?.backgroundColor !== undefined) {
    style.backgroundColor = themed(style.backgroundColor, '0.92 min(c, 0.06) h', '0.33 min(c, 0.06) h');
  }
}

function themed(color: string, light: string, dark: string): string {
  return color === 'inherit' ? color : `light-dark(oklch(from ${color} ${light}), oklch(from ${color} ${dark}))`;
}

function styleByProperty(part: Part): void {
  const { style, ...attributes } = part.attributes ?? {};
  if (style === undefined) return;
  part.attributes = attributes;
  const toNode = part.toNode.bind(part);
  part.toNode = () => {
    const node = toNode();
    if (node instanceof HTMLElement || node instanceof SVGElement || node instanceof MathMLElement) {
      node.style.cssText = style;
    }
    return node;
  };
}
