import type { Env, Token } from 'markdown-it';
import type {
  Alert,
  Align,
  Block,
  Cell,
  CodeNode,
  Inline,
  ListItemNode,
  ListNode,
  MathBlockNode,
  RowNode,
  TableNode,
} from './nodes';
import { MAX_DISPLAY_TEX } from './math/find-math';
import { parser } from './parser';

/** Makes inline nodes of a leaf's source; `growing` marks the one leaf that a stream is still writing. */
export type ReadInlines = (source: string, growing: boolean) => readonly Inline[];

/** Splits source into block tokens. Link definitions in it are told to `env`. */
export function blockTokens(source: string, env: Env): readonly Token[] {
  const tokens: Token[] = [];
  parser.block.parse(source, parser, env, tokens);
  return tokens;
}

const ALERT = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;
const TASK = /^\[([ xX])\][ \t\n]+(?=\S)/;

/**
 * Turns a whole run of block tokens into nodes. `firstLine` is the line of the document on which the run's source
 * starts; `growing` is the token whose source is unfinished, if any.
 */
export function toBlocks(
  tokens: readonly Token[],
  firstLine: number,
  readInlines: ReadInlines,
  growing: Token | null = null,
): readonly Block[] {
  let at = 0;

  function blocksUntil(close: string | null): Block[] {
    const blocks: Block[] = [];
    for (let token = tokens[at]; token !== undefined && token.type !== close; token = tokens[at]) {
      at++;
      const block = readBlock(token);
      if (block !== null) blocks.push(block);
    }
    at++;
    return blocks;
  }

  function readBlock(token: Token): Block | null {
    const key = keyOf(token);
    switch (token.type) {
      case 'paragraph_open':
        return { type: 'paragraph', key, children: readLeaf() };
      case 'heading_open':
        return { type: 'heading', key, level: Number(token.tag.slice(1)), children: readLeaf() };
      case 'blockquote_open':
        return { type: 'quote', key, alert: readAlert(), children: blocksUntil('blockquote_close') };
      case 'footnote_open':
        return {
          type: 'footnote',
          key,
          label: String(token.meta?.['name']),
          children: blocksUntil('footnote_close'),
        };
      case 'bullet_list_open':
      case 'ordered_list_open':
        return readList(token);
      case 'fence':
      case 'code_block':
        return codeNode(token, key);
      case 'math_block':
        return mathNode(token, key);
      case 'table_open':
        return readTable(key);
      case 'hr':
        return { type: 'rule', key };
      default:
        return null;
    }
  }

  /** Takes a quote's own name off it; while that is written it is not known yet. */
  function readAlert(): Alert | null {
    while (tokens[at]?.type === 'reference_definition') at++;
    const inline = tokens[at + 1];
    if (tokens[at]?.type !== 'paragraph_open' || inline === undefined) return null;
    const alert = takeAlert(inline, inline === growing);
    if (alert !== null && inline.content === '') at += 3;
    return alert;
  }

  function readLeaf(): readonly Inline[] {
    const token = tokens[at];
    at += 2;
    return token === undefined ? [] : readInlines(token.content, token === growing);
  }

  function readList(open: Token): ListNode {
    const ordered = open.type === 'ordered_list_open';
    const start = ordered ? Number(open.attrGet('start') ?? 1) : null;
    const items: ListItemNode[] = [];
    let tight = true;
    for (let token = tokens[at]; token?.type === 'list_item_open'; token = tokens[at]) {
      at++;
      const first = tokens[at];
      if (hasLooseParagraph(at)) tight = false;
      const checked = first?.type === 'paragraph_open' ? takeTaskBox(tokens[at + 1]) : null;
      items.push({ type: 'list-item', key: keyOf(token), checked, children: blocksUntil('list_item_close') });
    }
    at++;
    return { type: 'list', key: keyOf(open), start, tight, items };
  }

  /** A list is tight unless a paragraph directly in one of its items is not hidden. */
  function hasLooseParagraph(from: number): boolean {
    const level = tokens[from - 1]?.level ?? 0;
    for (let i = from; i < tokens.length; i++) {
      const token = tokens[i];
      if (token === undefined || token.level <= level) return false;
      if (token.type === 'paragraph_open' && token.level === level + 1) return !token.hidden;
    }
    return false;
  }

  function readTable(key: number): TableNode {
    const aligns: Align[] = [];
    const rows: RowNode[] = [];
    let cells: Cell[] = [];
    for (let token = tokens[at]; token !== undefined && token.type !== 'table_close'; token = tokens[at]) {
      at++;
      if (token.type === 'tr_open') {
        cells = [];
        rows.push({ type: 'row', key: keyOf(token), cells });
      } else if (token.type === 'th_open') aligns.push(alignOf(token));
      else if (token.type === 'inline') cells.push(readInlines(token.content, token === growing));
    }
    at++;
    const [head, ...body] = rows;
    return { type: 'table', key, aligns, head: head?.cells ?? [], rows: body };
  }

  function keyOf(token: Token): number {
    return firstLine + (token.map?.[0] ?? 0);
  }

  return blocksUntil(null);
}

/** Cuts the box off a task's text and tells its state; null (and nothing cut) where there is none. */
function takeTaskBox(inline: Token | undefined): boolean | null {
  const box = inline === undefined ? null : TASK.exec(inline.content);
  if (inline === undefined || box === null) return null;
  inline.content = inline.content.slice(box[0].length);
  return box[1] !== ' ';
}

/** Cuts `[!NOTE]` off a quote's text. `growing`: its line must be over. */
function takeAlert(inline: Token, growing: boolean): Alert | null {
  const name = ALERT.exec(inline.content);
  if (name === null || (growing && !inline.content.includes('\n'))) return null;
  inline.content = inline.content.slice(name[0].length);
  return (name[1] ?? '').toLowerCase() as Alert;
}

/** Null where nothing of the formula has come yet. */
function mathNode({ content, meta }: Token, key: number): MathBlockNode | null {
  return content === '' ? null : { type: 'math-block', key, tex: content, closed: meta?.['closed'] === true };
}

/** Null where nothing of a formula in a fence has come yet. */
function codeNode(token: Token, key: number): CodeNode | MathBlockNode | null {
  const text = token.content;
  if (token.type === 'code_block') return { type: 'code', key, language: '', info: '', text, closed: true };
  const line = parser.utils.unescapeAll(token.info).trim();
  const [language = ''] = line.split(/\s+/);
  const closed = isClosed(token);
  const tex = text.trim();
  if (language === 'math' && tex === '' && !closed) return null;
  if (language === 'math' && tex !== '' && tex.length <= MAX_DISPLAY_TEX)
    return { type: 'math-block', key, tex, closed };
  return { type: 'code', key, language, info: line.slice(language.length).trim(), text, closed };
}

/** Whether a fence has its end. The parser doesn't say whether it met one; it is the line that its map counts and its text lacks. */
export function isClosed(fence: Token): boolean {
  const [from, to] = fence.map ?? [0, 0];
  const lines =
    fence.content === '' ? 0 : fence.content.split('\n').length - (fence.content.endsWith('\n') ? 1 : 0);
  return to - from === lines + 2;
}

function alignOf(token: Token): Align {
  switch (token.attrGet('style')) {
    case 'text-align:left':
      return 'left';
    case 'text-align:center':
      return 'center';
    case 'text-align:right':
      return 'right';
    default:
      return null;
  }
}
