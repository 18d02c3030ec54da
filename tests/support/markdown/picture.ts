import type { Block, Inline } from '../../../lib/markdown/nodes';

/** A character that a reader sees, white space left out, or a thing such as an image: and the elements it stands in. */
export interface Glyph {
  readonly sign: string;
  readonly kind: string;
}

/** What a reader sees of an answer at one moment. */
export type Picture = readonly Glyph[];

/** Pictures of outermost blocks, which stay the same objects while they don't change. */
const taken = new WeakMap<Block, Picture>();

/** Takes a picture of blocks. */
export function pictureOf(blocks: readonly Block[]): Picture {
  return blocks.flatMap((block) => {
    const picture = taken.get(block) ?? oneBlockGlyphs(block, `/${block.type}`);
    taken.set(block, picture);
    return picture;
  });
}

/**
 * How a second picture of a growing answer breaks with the first; null where the first is its beginning. Text is `gone`
 * when a character that was seen is no longer there or another has come before it, and `recast` when it has come to stand
 * in other elements.
 */
export function flicker(before: Picture, after: Picture): 'gone' | 'recast' | null {
  const changed = before.findIndex((glyph, index) => !isSame(glyph, after[index]));
  if (changed === -1) return null;
  const gone = before.some(({ sign }, index) => index >= changed && sign !== after[index]?.sign);
  return gone ? 'gone' : 'recast';
}

function isSame(one: Glyph, other: Glyph | undefined): boolean {
  return one === other || (one.sign === other?.sign && one.kind === other.kind);
}

function blockGlyphs(blocks: readonly Block[], kind: string): Glyph[] {
  return blocks.flatMap((block) => oneBlockGlyphs(block, `${kind}/${block.type}`));
}

function oneBlockGlyphs(block: Block, kind: string): Glyph[] {
  switch (block.type) {
    case 'paragraph':
      return inlineGlyphs(block.children, kind);
    case 'heading':
      return inlineGlyphs(block.children, `${kind}-${block.level}`);
    case 'quote':
    case 'footnote':
      return blockGlyphs(block.children, kind);
    case 'list':
      return block.items.flatMap(({ checked, children }, index) => [
        ...(checked === null ? [] : [{ sign: checked ? '[x]' : '[ ]', kind }]),
        ...blockGlyphs(children, `${kind}-${block.start ?? ''}/${index}`),
      ]);
    case 'table':
      return [block.head, ...block.rows.map(({ cells }) => cells)].flatMap((cells, row) =>
        cells.flatMap((cell, column) => inlineGlyphs(cell, `${kind}/${row}/${column}`)),
      );
    case 'code':
      return characters(block.text, `${kind}-${block.language}`);
    default:
      return [{ sign: block.type, kind }];
  }
}

function inlineGlyphs(nodes: readonly Inline[], kind: string): Glyph[] {
  return nodes.flatMap((node): Glyph[] => {
    switch (node.type) {
      case 'text':
        return characters(node.text, kind);
      case 'inline-code':
        return characters(node.text, `${kind}/code`);
      case 'line-break':
        return [];
      case 'image':
        return [{ sign: `image ${node.alt}`, kind }];
      case 'footnote-reference':
        return [{ sign: `footnote ${node.label}`, kind }];
      case 'math':
        return [{ sign: `math ${node.tex}`, kind }];
      case 'citation':
        return [{ sign: `citation ${node.ids.join()}`, kind }];
      default:
        return 'children' in node ? inlineGlyphs(node.children, `${kind}/${node.type}`) : [];
    }
  });
}

function characters(text: string, kind: string): Glyph[] {
  return [...text.replaceAll(/\s/g, '')].map((sign) => ({ sign, kind }));
}
