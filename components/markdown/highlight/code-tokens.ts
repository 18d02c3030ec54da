import type Prism from 'prismjs';
import { loadLanguage, prismName } from './languages';

/** What a stretch of code is, as far as it is coloured. */
export type CodeKind = 'keyword' | 'function' | 'string' | 'number' | 'comment' | 'type' | 'inserted' | 'deleted';

/** A coloured stretch of code: UTF-16 offsets. Spans don't overlap. */
export interface CodeSpan {
  readonly kind: CodeKind;
  readonly start: number;
  readonly end: number;
}

/** Longer code stays plain: tokenizing costs about 2 ms a kilobyte. */
export const MAX_HIGHLIGHTED = 30_000;

const KIND_BY_TOKEN: Readonly<Record<string, CodeKind | 'plain'>> = {
  ...kinds('keyword', 'keyword atrule tag selector important rule directive-hash module'),
  ...kinds('function', 'function function-variable decorator annotation macro property key method command'),
  ...kinds('string', 'string char attr-value regex url template-string raw-string triple-quoted-string value'),
  ...kinds('number', 'number boolean constant symbol entity null hexcode unit color'),
  ...kinds('comment', 'comment prolog doctype cdata coord shebang'),
  ...kinds('type', 'class-name builtin attr-name namespace variable type-definition table parameter environment'),
  ...kinds('inserted', 'inserted'),
  ...kinds('deleted', 'deleted'),
  interpolation: 'plain',
};

function kinds(kind: CodeKind, tokens: string): Record<string, CodeKind> {
  return Object.fromEntries(tokens.split(' ').map((token) => [token, kind]));
}

/** Finds what to colour in code. Empty for a language that is not known and for code that is too long. */
export async function codeSpans(code: string, language: string): Promise<readonly CodeSpan[]> {
  const name = prismName(language);
  if (name === null || code.length > MAX_HIGHLIGHTED) return [];
  const prism = await loadPrism();
  await loadLanguage(name);
  const grammar = prism.languages[name];
  return grammar === undefined ? [] : toSpans(prism.tokenize(code, grammar));
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

function toSpans(tokens: readonly (string | Prism.Token)[]): readonly CodeSpan[] {
  const spans: CodeSpan[] = [];
  let at = 0;

  function walk(content: Prism.TokenStream, kind: CodeKind | 'plain'): void {
    if (typeof content === 'string') {
      if (kind !== 'plain' && content.trim() !== '') spans.push({ kind, start: at, end: at + content.length });
      at += content.length;
    } else if (Array.isArray(content)) for (const part of content) walk(part, kind);
    else walk(content.content, kindOf(content) ?? kind);
  }

  for (const token of tokens) walk(token, 'plain');
  return spans;
}

function kindOf({ type, alias }: Prism.Token): CodeKind | 'plain' | undefined {
  const aliases = typeof alias === 'string' ? [alias] : (alias ?? []);
  for (const name of [...aliases, type]) {
    const kind = KIND_BY_TOKEN[name];
    if (kind !== undefined) return kind;
  }
  return undefined;
}
