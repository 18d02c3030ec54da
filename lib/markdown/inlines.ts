import type { Env, Token } from 'markdown-it';
import { splitCitations } from './citations';
import { openableHref } from './links';
import type { CitationNode, Emphasis, FootnoteReferenceNode, ImageNode, Inline, LinkNode } from './nodes';
import { parser } from './parser';
import { PENDING_ADDRESS } from './pending-address';
import { splitHidden } from './split-hidden';

/** Text of one paragraph, heading or cell beyond this many UTF-16 units is shown as plain text. */
export const MAX_INLINE_LENGTH = 10_000;
/** That plain text is dealt out in stretches of this length: only the last one is laid out again while it grows. */
const OVERFLOW_LENGTH = 4_000;
/** Emphasis and links nested deeper than this lose their marks, not their text. */
const MAX_INLINE_DEPTH = 24;

const EMPHASIS: Readonly<Record<string, Emphasis>> = {
  em: 'emphasis',
  strong: 'strong',
  s: 'strikethrough',
  sub: 'subscript',
  sup: 'superscript',
  kbd: 'keyboard',
};

interface Frame {
  readonly open: Token | null;
  readonly children: Inline[];
  /** Citations inside a link stand behind it: a button in a link would be two things at once. */
  readonly citations: CitationNode[] | null;
}

/** Parses one run of inline Markdown. `env` gives the link definitions. */
export function parseInlines(source: string, env: Env): readonly Inline[] {
  const [head, rest] = splitAtCap(source);
  return withPlainEnd(toInlines(tokenize(head, env)), rest);
}

/** Parts a run into what is parsed and what is beyond the cap; the first part stays the same as the second grows. */
export function splitAtCap(source: string): readonly [parsed: string, plain: string] {
  if (source.length <= MAX_INLINE_LENGTH) return [source, ''];
  const cut = cutBefore(source, MAX_INLINE_LENGTH);
  return [source.slice(0, cut), source.slice(cut)];
}

/** Nodes followed by text as it was written. */
export function withPlainEnd(nodes: readonly Inline[], text: string): readonly Inline[] {
  return text === '' ? nodes : [...nodes, ...overflow(text)];
}

/** Text beyond a cap as nodes; the first ones stay the same as it grows. */
export function overflow(text: string): readonly Inline[] {
  const nodes: Inline[] = [];
  for (let rest = text; rest !== '';) {
    const cut = rest.length <= OVERFLOW_LENGTH ? rest.length : cutBefore(rest, OVERFLOW_LENGTH);
    nodes.push({ type: 'overflow', children: splitHidden([{ type: 'text', text: rest.slice(0, cut) }]) });
    rest = rest.slice(cut);
  }
  return nodes;
}

function tokenize(source: string, env: Env): readonly Token[] {
  const tokens: Token[] = [];
  parser.inline.parse(source, parser, env, tokens);
  return tokens;
}

/** A place to cut that splits no word if it can be helped, and no surrogate pair. */
function cutBefore(source: string, limit: number): number {
  const space = source.lastIndexOf(' ', limit);
  if (space > limit - 200) return space;
  const unit = source.charCodeAt(limit - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? limit - 1 : limit;
}

function toInlines(tokens: readonly Token[]): readonly Inline[] {
  const root: Frame = { open: null, children: [], citations: null };
  const stack: Frame[] = [root];
  for (const token of tokens) {
    const top = stack.at(-1) ?? root;
    if (token.nesting === 1) stack.push(openFrame(token, top, stack.length));
    else if (token.nesting === -1) {
      if (stack.length > 1) stack.pop();
      closeFrame(top, stack.at(-1) ?? root);
    } else pushLeaf(token, top);
  }
  return splitHidden(root.children);
}

function openFrame(open: Token, parent: Frame, depth: number): Frame {
  if (depth > MAX_INLINE_DEPTH) return { ...parent, open: null };
  return { open, children: [], citations: open.tag === 'a' ? [] : parent.citations };
}

function closeFrame(frame: Frame, parent: Frame): void {
  const { open } = frame;
  if (open === null) return;
  const children = splitHidden(frame.children);
  if (open.tag === 'a') {
    parent.children.push(linkNode(open, children));
    for (const citation of frame.citations ?? []) (parent.citations ?? parent.children).push(citation);
    return;
  }
  const type = EMPHASIS[open.tag];
  if (type !== undefined) parent.children.push({ type, children });
}

function pushLeaf(token: Token, frame: Frame): void {
  switch (token.type) {
    case 'text':
      for (const piece of splitCitations(token.content)) {
        if (typeof piece === 'string') pushText(frame.children, piece);
        else (frame.citations ?? frame.children).push(piece);
      }
      break;
    case 'softbreak':
      pushText(frame.children, '\n');
      break;
    case 'hardbreak':
      frame.children.push({ type: 'line-break' });
      break;
    case 'code_inline':
      frame.children.push({ type: 'inline-code', text: token.content });
      break;
    case 'math_inline':
      frame.children.push({ type: 'math', tex: token.content, display: token.meta?.['display'] === true });
      break;
    case 'footnote_reference':
      frame.children.push(footnoteReference(token));
      break;
    case 'image':
      frame.children.push(imageNode(token));
      break;
    default:
      pushText(frame.children, token.content);
  }
}

function pushText(nodes: Inline[], text: string): void {
  if (text === '') return;
  const last = nodes.at(-1);
  if (last?.type === 'text') nodes[nodes.length - 1] = { type: 'text', text: last.text + text };
  else nodes.push({ type: 'text', text });
}

function linkNode(open: Token, children: readonly Inline[]): LinkNode {
  const pending = open.attrGet('href') === PENDING_ADDRESS;
  return { type: 'link', ...target(open, 'href'), pending, children };
}

function footnoteReference({ meta }: Token): FootnoteReferenceNode {
  return { type: 'footnote-reference', label: String(meta?.['label']), defined: meta?.['defined'] === true };
}

function imageNode(token: Token): ImageNode {
  return { type: 'image', ...target(token, 'src'), alt: altText(token.children ?? []) };
}

function target(token: Token, attribute: string): Pick<LinkNode, 'destination' | 'href' | 'title'> {
  const destination = String(token.attrGet(attribute) ?? '');
  return { destination, href: openableHref(destination), title: String(token.attrGet('title') ?? '') };
}

function altText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
      return token.type === 'image' ? altText(token.children ?? []) : token.content;
    })
    .join('');
}
