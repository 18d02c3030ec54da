import { parse as parseComponent } from 'svelte/compiler';
import ts from 'typescript';

/** Attributes whose text is read by users. */
const SHOWN = /^(?:aria-label|aria-description|aria-roledescription|alt|label|placeholder|title)$/;
/** Two words beside each other, or a capital at the start. */
const PROSE = /\p{L}{2,}[,.:;]? \p{L}{2,}|^\p{Lu}\p{Ll}+/u;

/** A text that stands in code still, with its line in what the compiler made of it. */
export interface Leftover {
  readonly line: number;
  readonly text: string;
}

/**
 * Finds what reads like prose in code out of which all words were to be taken: what is left is a name, a selector, or a
 * text that users would read in English in every language.
 */
export function leftoverWords(path: string, code: string): readonly Leftover[] {
  return path.endsWith('.svelte') ? inComponent(code) : inCode(code);
}

function inCode(code: string): readonly Leftover[] {
  const source = ts.createSourceFile('code.ts', code, ts.ScriptTarget.Latest, true);
  const found: Leftover[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isCallExpression(node) && node.expression.getText().startsWith('console.')) return;
    if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText())) return;
    const text = textOf(node);
    if (text !== null && PROSE.test(text)) {
      found.push({ line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Holes become `#`. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `#${literal.text}`).join('');
}

interface Node {
  readonly type?: string;
  readonly start?: number;
  readonly name?: unknown;
  readonly data?: unknown;
  readonly value?: unknown;
  readonly callee?: { readonly object?: { readonly name?: unknown } };
}

function inComponent(code: string): readonly Leftover[] {
  const bare = code.replace(/<style[^]*?<\/style>/, '');
  const tree = parseComponent(bare, { modern: true });
  const found: Leftover[] = [];
  const add = (node: Node, text: string) =>
    found.push({ line: bare.slice(0, node.start).split('\n').length, text: text.trim() });
  const visit = (value: unknown, attribute: string | null): void => {
    if (Array.isArray(value)) return value.forEach((one) => visit(one, attribute));
    if (typeof value !== 'object' || value === null) return;
    const node = value as Node;
    if (
      node.type === 'ImportDeclaration' ||
      (node.type?.startsWith('TS') && !/As|Satisfies|NonNull/.test(node.type))
    )
      return;
    if (node.callee?.object?.name === 'console') return;
    if (node.type === 'Text' && typeof node.data === 'string') {
      const isShown =
        attribute === null ? /\p{L}/u.test(node.data) : SHOWN.test(attribute) && PROSE.test(node.data);
      if (isShown) add(node, node.data);
    }
    if (node.type === 'Literal' && typeof node.value === 'string' && PROSE.test(node.value)) add(node, node.value);
    const within =
      node.type === 'Attribute' || node.type === 'StyleDirective'
        ? String(node.name)
        : node.type === 'Fragment'
          ? null
          : attribute;
    for (const [name, part] of Object.entries(value)) {
      if (name !== 'loc' && name !== 'parent') visit(part, within);
    }
  };
  visit([tree.fragment, tree.instance?.content, tree.module?.content], null);
  return found;
}
