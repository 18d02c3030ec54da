import MarkdownIt, { type StateBlock } from 'markdown-it';
import { readFlanking } from './flanking';
import { runEnd } from './inline-spans';
import { PENDING_ADDRESS } from './pending-address';
import { useFootnotes } from './extensions/footnotes';
import { useSimpleTags } from './extensions/simple-tags';
import { useMath } from './math/math-rules';

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** Quotes and lists nested deeper than this (a list counts twice) are plain text: nothing is dropped. */
export const MAX_BLOCK_LEVEL = 40;

/** `[b12]: …` at a line's start is a citation and its words, never a link definition that would vanish. */
const CITATION_LABEL = /^\[\^?b\d+\]:/i;

/** The one configured parser: CommonMark, tables, strikethrough; HTML is text. */
export const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: 100 });

// Which links may be opened is decided when nodes are made (links.ts), so that no source text is lost here.
parser.validateLink = () => true;
const { normalizeLink } = parser;
parser.normalizeLink = (address) => (address === PENDING_ADDRESS ? address : normalizeLink(address));

parser.inline.State = class extends parser.inline.State {
  override scanDelims(start: number) {
    const end = Math.min(runEnd(this.src, start), this.posMax);
    const { canOpen, canClose } = readFlanking(this.src.slice(0, this.posMax), start, end);
    return { can_open: canOpen, can_close: canClose, length: end - start };
  }
};

guard('blockquote', ['paragraph', 'reference', 'blockquote', 'list'], isShallow);
guard('list', ['paragraph', 'reference', 'blockquote'], isShallow);
guard('reference', [], (state, line) => !CITATION_LABEL.test(lineStart(state, line)));
useMath(parser);
useFootnotes(parser);
useSimpleTags(parser);

function isShallow(state: StateBlock): boolean {
  return state.level < MAX_BLOCK_LEVEL;
}

function lineStart(state: StateBlock, line: number): string {
  const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  return state.src.slice(start, start + 16);
}

/** Puts a condition before one of the parser's own block rules. `alt` repeats the chains it interrupts. */
function guard(name: string, alt: string[], allows: (state: StateBlock, line: number) => boolean): void {
  const rule = blockRule(name);
  const guarded: BlockRule = (state, startLine, endLine, silent) =>
    allows(state, startLine) && rule(state, startLine, endLine, silent);
  parser.block.ruler.at(name, guarded, { alt });
}

function blockRule(name: string): BlockRule {
  const { ruler } = new MarkdownIt().block;
  ruler.enableOnly(name);
  const [rule] = ruler.getRules('');
  if (rule === undefined) throw new Error(`markdown-it has no block rule ${name}`);
  return rule;
}
