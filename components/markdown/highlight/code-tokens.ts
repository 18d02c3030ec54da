import type Prism from 'prismjs';
import { kindOf, type CodeKind } from './code-kinds';
import { GRAMMARS, loadGrammar } from './grammars';

/** A coloured stretch of code: UTF-16 offsets. Spans don't overlap and stand in order. */
export interface CodeSpan {
  readonly kind: CodeKind;
  readonly start: number;
  readonly end: number;
}

/** Longer code stays plain: its tokens are found in one go, which would hold up the panel. */
export const MAX_HIGHLIGHTED = 50_000;

/** Code with a longer line stays plain: it is packed, and grammars take the square of a line's length. */
const MAX_LINE = 5_000;

/** Characters that no grammar takes long for. */
const FIRST_TRY = 4_000;

/** Milliseconds for a part beyond which twice as much is not tried: grammars take at worst four times as long for it. */
const MAX_TRY = 50;

/**
 * Finds what to colour in code by a grammar of Prism's name. Empty for a grammar that is not there, for code that is
 * too long and for code that is made to take long. Rejects where the grammar can't be loaded.
 */
export async function codeSpans(code: string, grammar: string): Promise<readonly CodeSpan[]> {
  if (!Object.hasOwn(GRAMMARS, grammar) || code.length > MAX_HIGHLIGHTED || hasLongLine(code)) return [];
  const prism = await loadPrism();
  await loadGrammar(grammar);
  for (let length = FIRST_TRY; length < code.length; length *= 2) {
    if (!isQuick(prism, code.slice(0, length), grammar)) return [];
    await nextTask();
  }
  return toSpans(tokenize(prism, code, grammar), code);
}

/** Whether tokens are found soon; asked twice, for a busy machine is not the code's fault. */
function isQuick(prism: typeof Prism, part: string, grammar: string): boolean {
  return [0, 1].some(() => {
    const start = performance.now();
    tokenize(prism, part, grammar);
    return performance.now() - start <= MAX_TRY;
  });
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

let prism: Promise<typeof Prism> | null = null;

function loadPrism(): Promise<typeof Prism> {
  prism ??= importPrism();
  return prism;
}

/** Prism looks for its settings, and grammars look for Prism, in a global of that name. */
async function importPrism(): Promise<typeof Prism> {
  Object.assign(globalThis, { Prism: { manual: true, disableWorkerMessageHandler: true } });
  const core = await import('prismjs/components/prism-core');
  Object.assign(globalThis, { Prism: core.default });
  return core.default;
}

function hasLongLine(code: string): boolean {
  for (let start = 0; start <= code.length;) {
    const end = code.indexOf('\n', start);
    if ((end === -1 ? code.length : end) - start > MAX_LINE) return true;
    if (end === -1) return false;
    start = end + 1;
  }
  return false;
}

/** What `Prism.highlight` does before it makes HTML: templates and JSX are put right by the hooks. */
function tokenize(prism: typeof Prism, code: string, language: string): readonly (string | Prism.Token)[] {
  const grammar = prism.languages[language];
  if (grammar === undefined) return [];
  const environment = { code, grammar, language, tokens: [] as (string | Prism.Token)[] };
  prism.hooks.run('before-tokenize', environment);
  environment.tokens = prism.tokenize(environment.code, environment.grammar);
  prism.hooks.run('after-tokenize', environment);
  return environment.tokens;
}

function toSpans(tokens: readonly (string | Prism.Token)[], code: string): readonly CodeSpan[] {
  const spans: CodeSpan[] = [];
  let at = 0;

  function walk(content: Prism.TokenStream, kind: CodeKind | 'plain'): void {
    if (typeof content === 'string') {
      if (kind !== 'plain' && content.trim() !== '') add(kind, at, at + content.length);
      at += content.length;
    } else if (Array.isArray(content)) for (const part of content) walk(part, kind);
    else walk(content.content, kindOf(content) ?? kind);
  }

  /** One span goes on over white space: every span costs while the page around it changes. */
  function add(kind: CodeKind, start: number, end: number): void {
    const last = spans.at(-1);
    if (last?.kind === kind && code.slice(last.end, start).trim() === '')
      spans[spans.length - 1] = { ...last, end };
    else spans.push({ kind, start, end });
  }

  for (const token of tokens) walk(token, 'plain');
  return spans;
}
