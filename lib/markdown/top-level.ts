import type { Token } from 'markdown-it';

/** Where finished blocks end in a run of tokens. */
export interface FinishedEnd {
  /** Index of the first unfinished token. */
  readonly token: number;
  /** Its line, counted from the start of the run's source. */
  readonly line: number;
}

/**
 * Finds how much of a growing text can't change any more, given the tokens of its whole lines. All top-level blocks
 * but the last are finished, save those that follow a link definition without a blank line: it may still take them
 * as its title.
 */
export function finishedEnd(tokens: readonly Token[]): FinishedEnd {
  let end: FinishedEnd = { token: 0, line: 0 };
  let titleLine = -1;
  for (const [index, token] of tokens.entries()) {
    const [from, to] = token.map ?? [0, 0];
    if (opensTopLevel(token)) {
      if (from === titleLine) titleLine = to;
      else end = { token: index, line: from };
    }
    if (token.type === 'reference_definition' || mayBecomeDefinition(token, tokens[index + 1])) titleLine = to;
  }
  return end;
}

/** A line of `===` or `---` under `[label]: url "title` makes a heading of it only if the title never ends. */
function mayBecomeDefinition(token: Token, text: Token | undefined): boolean {
  return token.type === 'heading_open' && /^[-=]/.test(token.markup) && text?.content.startsWith('[') === true;
}

/** The tokens of each top-level block, link definitions left out. */
export function splitTopLevel(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const groups: Token[][] = [];
  for (const token of tokens) {
    if (token.type === 'reference_definition') continue;
    if (opensTopLevel(token)) groups.push([token]);
    else groups.at(-1)?.push(token);
  }
  return groups;
}

function opensTopLevel(token: Token): boolean {
  return token.level === 0 && token.nesting >= 0;
}
