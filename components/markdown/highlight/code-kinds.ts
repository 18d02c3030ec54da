import type { Token } from 'prismjs';

/** What a stretch of code is, as far as it is coloured. */
export type CodeKind = (typeof CODE_KINDS)[number];

/** All kinds; each has a colour `--code-…` and a rule `::highlight(code-…)`. */
export const CODE_KINDS = [
  'keyword',
  'function',
  'string',
  'number',
  'comment',
  'type',
  'inserted',
  'deleted',
] as const;

/** Prism's names for tokens; `plain` takes a colour off again inside a coloured one. */
const KIND_BY_TOKEN = new Map<string, CodeKind | 'plain'>([
  ...named('keyword', 'keyword atrule tag selector important rule directive-hash module title'),
  ...named(
    'function',
    'function function-variable decorator annotation attribute macro property key method command',
  ),
  ...named(
    'string',
    'string char attr-value regex url template-string raw-string triple-quoted-string value code',
  ),
  ...named('number', 'number boolean constant symbol atom entity null hexcode unit color range'),
  ...named('comment', 'comment prolog doctype cdata coord shebang blockquote'),
  ...named(
    'type',
    'class-name builtin attr-name namespace variable type-definition scalar table parameter environment',
  ),
  ...named('inserted', 'inserted'),
  ...named('deleted', 'deleted'),
  ...named('plain', 'interpolation plain-text'),
]);

function named(kind: CodeKind | 'plain', tokens: string): readonly (readonly [string, CodeKind | 'plain'])[] {
  return tokens.split(' ').map((token) => [token, kind]);
}

/** The kind of a token; undefined where it is like what surrounds it. */
export function kindOf({ type, alias, content }: Token): CodeKind | 'plain' | undefined {
  for (const name of typeof alias === 'string' ? [alias] : (alias ?? [])) {
    const kind = KIND_BY_TOKEN.get(name);
    if (kind !== undefined) return kind;
  }
  // Operators that are words read like keywords: AND, -gt, is.
  if (type === 'operator')
    return typeof content === 'string' && /^-?[a-z]{2,}$/i.test(content) ? 'keyword' : 'plain';
  return KIND_BY_TOKEN.get(type);
}
