import type { Token } from 'markdown-it';
import { blockTokens, toBlocks } from './blocks';
import { createLineBreaker } from './break-lines';
import { createInlineCache } from './inline-cache';
import type { Block, Inline } from './nodes';
import { createSourceReader } from './read-source';
import { pendReferences } from './pending-references';
import { createReferenceScope, type Reference, type ReferenceScope } from './references';
import { shareBlock, shareBlocks } from './share';
import { readTail } from './tail';
import {
  endsInFence,
  fenceToGoOn,
  finishedEnd,
  firstWindow,
  MAX_BLOCK_LENGTH,
  MAX_CODE_LENGTH,
  splitTopLevel,
  type FinishedEnd,
} from './top-level';
import { createUnresolved } from './unresolved';

/** A Markdown text in the making. */
export interface MarkdownDocument {
  /**
   * Blocks that are done: each is parsed once and stays the same object, unless a link definition that comes later
   * concerns it. The array itself is kept and grows.
   */
  readonly finished: readonly Block[];
  /** Places of the finished blocks that this change has replaced, because a link definition concerns them. */
  readonly revised: readonly number[];
  /** Blocks that may still change, shown as they will most likely end. Unchanged ones stay the same objects. */
  readonly tail: readonly Block[];
}

/** Parses Markdown as it streams in. Chunks may be cut anywhere; the end equals `parseMarkdown` of the whole. */
export interface MarkdownStream {
  append(text: string): MarkdownDocument;
  /** Declares the text complete: everything is finished and read as written. */
  finish(): MarkdownDocument;
}

/** What some whole lines hold, and how much of it is finished; null where nothing is. */
interface Lines {
  readonly tokens: readonly Token[];
  readonly scope: ReferenceScope;
  readonly end: FinishedEnd | null;
  /** The first line that what follows is read under, where fenced code goes on behind that end; else empty. */
  readonly fence: string;
}

/** Makes a stream with no text. Its cost per chunk depends on the unfinished tail, not on what is finished. */
export function createMarkdownStream(): MarkdownStream {
  const finished: Block[] = [];
  const definitions = new Map<string, Reference>();
  const cache = createInlineCache();
  const unresolved = createUnresolved();
  let tail: readonly Block[] = [];
  let source = '';
  let firstLine = 0;
  const reader = createSourceReader();
  const breakLines = createLineBreaker();
  let over = false;
  let revised: number[] = [];

  function append(text: string): MarkdownDocument {
    revised = [];
    const chunk = breakLines(reader.read(text));
    source += chunk;
    if (chunk.includes('\n')) finishLines(source.lastIndexOf('\n') + 1);
    tail = shareBlocks(tail, readTail(source, firstLine, definitions, cache));
    cache.sweep();
    return { finished, revised, tail };
  }

  function finish(): MarkdownDocument {
    revised = [];
    over = true;
    source += breakLines(reader.end());
    finishLines(source.length);
    const scope = createReferenceScope(definitions);
    finishBlocks(blockTokens(source, scope.env), scope);
    for (const { index, source: text, firstLine: line } of unresolved.takeAll()) {
      if (text.includes('][')) parseAgain(index, text, line);
    }
    source = '';
    tail = [];
    return { finished, revised, tail };
  }

  /** Finishes what can't change any more in the source's first `length` characters, which are whole lines. */
  function finishLines(length: number): void {
    for (let left = length; left > 0;) {
      const lines = source.slice(0, left);
      const { tokens, scope, end, fence } = readFinished(lines);
      if (end === null) return;
      const offset = lineOffset(lines, end.line);
      if (refersToNote(lines.slice(0, offset), tokens.slice(end.token))) return;
      const count = finishBlocks(tokens.slice(0, end.token), scope);
      tail = tail.slice(count);
      source = fence + source.slice(offset);
      firstLine += fence === '' ? end.line : end.line - 1;
      left += fence.length - offset;
    }
  }

  function readFinished(lines: string): Lines {
    let window = firstWindow(lines, MAX_BLOCK_LENGTH);
    let read = readLines(window);
    if (read.end === null && endsInFence(read.tokens)) {
      window = firstWindow(lines, MAX_CODE_LENGTH);
      read = readLines(window);
    }
    if (read.end !== null || window.length === lines.length) return read;
    const end = { token: read.tokens.length, line: window.split('\n').length - 1 };
    return { ...read, end, fence: fenceToGoOn(read.tokens) };
  }

  function readLines(lines: string): Lines {
    const scope = createReferenceScope(definitions, true);
    const tokens = blockTokens(lines, scope.env);
    return { tokens, scope, end: finishedEnd(tokens), fence: '' };
  }

  /** Makes finished blocks of tokens that start where the tail starts; returns how many. */
  function finishBlocks(tokens: readonly Token[], found: ReferenceScope): number {
    const added = define(tokens, found);
    const groups = splitTopLevel(tokens);
    for (const [index, group] of groups.entries()) {
      const scope = createReferenceScope(definitions);
      const old = tail[index];
      const [block] = toBlocks(group, firstLine, (text) => readInlines(text, scope));
      if (block === undefined) continue;
      finished.push(old === undefined ? block : shareBlock(old, block));
      if (scope.missed.size > 0) awaitDefinitions(finished.length - 1, scope, sourceOf(group), block.key);
    }
    for (const { index, source: text, firstLine: line } of unresolved.take(added)) parseAgain(index, text, line);
    return groups.length;
  }

  function define(tokens: readonly Token[], { found }: ReferenceScope): readonly string[] {
    const added: string[] = [];
    for (const token of tokens) {
      const label =
        token.type === 'reference_definition' || token.type === 'footnote_open'
          ? token.meta?.['label']
          : undefined;
      if (typeof label !== 'string' || definitions.has(label)) continue;
      const reference = found.get(label);
      if (reference === undefined) continue;
      definitions.set(label, reference);
      added.push(label);
    }
    return added;
  }

  function sourceOf(group: readonly Token[]): string {
    const [from, to] = group[0]?.map ?? [0, 0];
    return source.slice(lineOffset(source, from), lineOffset(source, to));
  }

  function parseAgain(index: number, text: string, line: number): void {
    const scope = createReferenceScope(definitions);
    const tokens = blockTokens(text, createReferenceScope(definitions).env);
    const [block] = toBlocks(tokens, line, (inline) => readInlines(inline, scope));
    const old = finished[index];
    if (block === undefined || old === undefined) return;
    finished[index] = shareBlock(old, block);
    revised.push(index);
    if (scope.missed.size > 0) awaitDefinitions(index, scope, text, line);
  }

  /** Until the text is over, its references may still be defined. */
  function readInlines(text: string, scope: ReferenceScope): readonly Inline[] {
    return cache.read(over ? text : pendReferences(text, scope.env), scope, `${definitions.size}`);
  }

  function awaitDefinitions(index: number, { missed }: ReferenceScope, text: string, line: number): void {
    unresolved.add({ index, labels: [...missed], source: text, firstLine: line });
  }

  return { append, finish };
}

/**
 * Whether a text refers to a footnote among the tokens of what is still being written behind it: finished before its note,
 * it would have no reference for a while. Long texts don't wait.
 */
function refersToNote(text: string, following: readonly Token[]): boolean {
  if (text.length > MAX_BLOCK_LENGTH) return false;
  return following.some(({ type, meta }) => {
    const name: unknown = type === 'footnote_open' ? meta?.['name'] : undefined;
    return typeof name === 'string' && text.toLowerCase().includes(`[^${name.toLowerCase()}]`);
  });
}

/** Where a line of a text begins, or the text's length where it has fewer lines. */
function lineOffset(text: string, line: number): number {
  let offset = 0;
  for (let passed = 0; passed < line; passed++) {
    const end = text.indexOf('\n', offset);
    if (end === -1) return text.length;
    offset = end + 1;
  }
  return offset;
}
