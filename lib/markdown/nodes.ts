/** A piece of running text. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'inline-code'; readonly text: string }
  | { readonly type: 'line-break' }
  | HiddenNode
  | OverflowNode
  | { readonly type: Emphasis; readonly children: readonly Inline[] }
  | LinkNode
  | ImageNode
  | CitationNode
  | MathNode
  | FootnoteReferenceNode;

/** Characters that show nothing of themselves; their label stands for them, and copying leaves them out. */
export interface HiddenNode {
  readonly type: 'hidden';
  readonly text: string;
  /** Such as `U+202E` (lib/domain/hidden-characters.ts). */
  readonly label: string;
}

/** A stretch of text beyond a cap, as it was written; a box of its own, so that laying out the rest costs nothing. */
export interface OverflowNode {
  readonly type: 'overflow';
  readonly children: readonly Inline[];
}

export type Emphasis = 'emphasis' | 'strong' | 'strikethrough' | 'subscript' | 'superscript' | 'keyboard';

export interface LinkNode {
  readonly type: 'link';
  /** What the author wrote, percent-encoded. */
  readonly destination: string;
  /** The same when it may be opened (http, https, mailto), else null. */
  readonly href: string | null;
  /** Whether its address is still being written. */
  readonly pending: boolean;
  readonly title: string;
  readonly children: readonly Inline[];
}

/** An image is never fetched: it is shown as a chip that names its host. */
export interface ImageNode {
  readonly type: 'image';
  readonly destination: string;
  readonly href: string | null;
  readonly title: string;
  readonly alt: string;
}

/** `[b12]` or `[b12, b14]`: the page blocks that a statement rests on. Never empty. */
export interface CitationNode {
  readonly type: 'citation';
  readonly ids: readonly string[];
  /** As it stands in the text, where that may be no citation: a plain number, `[12]`. */
  readonly written?: string;
}

/** A formula in running text: `$x$`, `\(x\)`, and `$$x$$` or `\[x\]` amid other words. */
export interface MathNode {
  readonly type: 'math';
  /** LaTeX without its delimiters. */
  readonly tex: string;
  /** Whether it stands on a line of its own. */
  readonly display: boolean;
}

/** `[^1]`: where a footnote belongs. */
export interface FootnoteReferenceNode {
  readonly type: 'footnote-reference';
  /** As written. */
  readonly label: string;
  /** Whether the footnote has come. */
  readonly defined: boolean;
}

interface Keyed {
  /** Line of the source on which the node starts, from 0: unique among its siblings and the same in every parse. */
  readonly key: number;
}

export interface ParagraphNode extends Keyed {
  readonly type: 'paragraph';
  readonly children: readonly Inline[];
}

export interface HeadingNode extends Keyed {
  readonly type: 'heading';
  /** 1 to 6, as written. */
  readonly level: number;
  readonly children: readonly Inline[];
}

/** What a quote that starts with `[!NOTE]` calls itself. */
export type Alert = 'note' | 'tip' | 'important' | 'warning' | 'caution';

export interface QuoteNode extends Keyed {
  readonly type: 'quote';
  readonly alert: Alert | null;
  readonly children: readonly Block[];
}

/** `[^1]: …`, shown where it is written. */
export interface FootnoteNode extends Keyed {
  readonly type: 'footnote';
  readonly label: string;
  readonly children: readonly Block[];
}

export interface ListNode extends Keyed {
  readonly type: 'list';
  /** First number of an ordered list; null for a bulleted one. */
  readonly start: number | null;
  /** Whether the items stand without space between them. */
  readonly tight: boolean;
  readonly items: readonly ListItemNode[];
}

export interface ListItemNode extends Keyed {
  readonly type: 'list-item';
  /** State of a task's box; null for an ordinary item. */
  readonly checked: boolean | null;
  readonly children: readonly Block[];
}

export interface CodeNode extends Keyed {
  readonly type: 'code';
  /** First word after the fence, as written; empty where there is none. */
  readonly language: string;
  /** What follows that word on the line, as written: often a file's name. */
  readonly info: string;
  /** Verbatim; ends with a line break unless empty or unfinished. */
  readonly text: string;
  /** Whether its closing fence has come (indented code is always closed). */
  readonly closed: boolean;
}

export type Cell = readonly Inline[];
export type Align = 'left' | 'center' | 'right' | null;

export interface TableNode extends Keyed {
  readonly type: 'table';
  /** One per column. */
  readonly aligns: readonly Align[];
  readonly head: readonly Cell[];
  readonly rows: readonly RowNode[];
}

export interface RowNode extends Keyed {
  readonly type: 'row';
  readonly cells: readonly Cell[];
}

/** A formula on its own lines: `$$`, `\[` or a `math` fence. */
export interface MathBlockNode extends Keyed {
  readonly type: 'math-block';
  /** LaTeX without its delimiters. */
  readonly tex: string;
  /** Whether its end has come. */
  readonly closed: boolean;
}

export interface RuleNode extends Keyed {
  readonly type: 'rule';
}

export type Block =
  | ParagraphNode
  | HeadingNode
  | QuoteNode
  | FootnoteNode
  | ListNode
  | CodeNode
  | MathBlockNode
  | TableNode
  | RuleNode;
