import { squeeze } from '../text';
import { nearest, type Place, type RawBlock } from './place';

const LONGEST_LIST = 6_000;
const LONGEST_ITEM = 600;
const LONGEST_CELL = 1_500;
const LONGEST_QUOTE = 2_000;

/** What a list, table or quote becomes once all in it is known: one block, or its parts where it is only layout. */
export function mergeBlocks(container: Place, blocks: readonly RawBlock[]): readonly RawBlock[] {
  if (blocks.length === 0) return blocks;
  if (container.structure === 'list') return mergeList(container, blocks);
  if (container.structure === 'table') return mergeTable(container, blocks);
  if (container.structure === 'code')
    return [
      joined(
        'code',
        blocks.map((block) => block.text),
        container,
        blocks,
      ),
    ];
  return mergeQuote(container, blocks);
}

function mergeList(list: Place, blocks: readonly RawBlock[]): readonly RawBlock[] {
  if (blocks.some((block) => block.kind !== 'paragraph' && block.kind !== 'list' && block.kind !== 'formula')) {
    return blocks;
  }
  const items = groupBy(blocks, (block) => itemOf(block, list));
  const texts = items.map((item) =>
    item.map((block) => (block.kind === 'list' ? block.text : squeeze(block.text))),
  );
  const lines = texts.flatMap((parts, index) => {
    const nested = items[index]?.some((block) => block.kind === 'list') ?? false;
    return nested ? parts : [parts.join(' ')];
  });
  const total = lines.reduce((sum, line) => sum + line.length, 0);
  const tooLong = total > LONGEST_LIST || lines.some((line) => line.length > LONGEST_ITEM && !line.includes('\n'));
  if (tooLong || items.some((item) => item.length > 12)) return blocks;
  return [joined('list', pairTerms(items, lines), list, blocks)];
}

function itemOf(block: RawBlock, list: Place): Place {
  const own = nearest(block.place, (place) => place.parent === list, list);
  return own ?? list;
}

/** In a list of terms a term and its description share a line. */
function pairTerms(items: readonly RawBlock[][], lines: readonly string[]): readonly string[] {
  if (lines.length !== items.length) return lines;
  const paired: string[] = [];
  let open = false;
  for (const [index, line] of lines.entries()) {
    const isTerm = items[index]?.[0]?.place.structure === 'term';
    if (!isTerm && open) paired.push(`${paired.pop() ?? ''} | ${line}`);
    else paired.push(line);
    open = isTerm;
  }
  return paired;
}

function mergeTable(table: Place, blocks: readonly RawBlock[]): readonly RawBlock[] {
  const outside = blocks.filter((block) => cellOf(block, table) === null);
  const inside = blocks.filter((block) => cellOf(block, table) !== null);
  if (inside.length === 0 || inside.some((block) => block.kind === 'code' || block.kind === 'table'))
    return blocks;
  const rows = groupBy(inside, (block) => rowOf(block, table)).map((row) =>
    groupBy(row, (block) => cellOf(block, table) ?? table),
  );
  if (!isDataTable(table, rows)) return blocks;
  const lines = rows.map((row) => cellTexts(row, table).join(' | '));
  return [
    ...outside,
    ...split(lines).map((part, index) => joined('table', part, table, index === 0 ? inside : [])),
  ];
}

function isDataTable(table: Place, rows: readonly RawBlock[][][]): boolean {
  const cells = rows.flat();
  const lengths = cells.map((cell) => cell.reduce((sum, block) => sum + block.text.length, 0));
  if (lengths.some((length) => length > LONGEST_CELL)) return false;
  const widest = Math.max(...rows.map((row) => row.length));
  if (widest < 2) return false;
  if (table.element.querySelector('th, thead, caption, [role=columnheader]') !== null) return true;
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return rows.length >= 2 && average < 150 && cells.every((cell) => cell.length <= 4);
}

/** Texts of a row's cells, an empty one for each cell without text. */
function cellTexts(row: readonly RawBlock[][], table: Place): string[] {
  const filled = new Map(row.map((cell) => [cell[0] ? cellOf(cell[0], table)?.element : undefined, cell]));
  const first = row[0]?.[0];
  const owner = first ? rowOf(first, table).element : table.element;
  const cells = Array.from(owner.children).filter((child) => child.localName === 'td' || child.localName === 'th');
  const order = cells.some((cell) => filled.has(cell)) ? cells : [...filled.keys()];
  return order.map((cell) => squeeze((filled.get(cell) ?? []).map((block) => block.text).join(' ')));
}

function cellOf(block: RawBlock, table: Place): Place | null {
  return nearest(block.place, (place) => place.structure === 'cell', table);
}

function rowOf(block: RawBlock, table: Place): Place {
  return nearest(block.place, (place) => place.structure === 'row', table) ?? table;
}

function mergeQuote(quote: Place, blocks: readonly RawBlock[]): readonly RawBlock[] {
  const plain = blocks.every((block) => block.kind === 'paragraph' || block.kind === 'list');
  const total = blocks.reduce((sum, block) => sum + block.text.length, 0);
  if (plain && total <= LONGEST_QUOTE)
    return [
      joined(
        'quote',
        blocks.map((block) => block.text),
        quote,
        blocks,
      ),
    ];
  return blocks.map((block) => (block.kind === 'paragraph' ? { ...block, kind: 'quote' } : block));
}

/** Parts of at most LONGEST_LIST characters, cut between lines. */
function split(lines: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  let length = 0;
  for (const line of lines) {
    if (length > 0 && length + line.length > LONGEST_LIST) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(line);
    length += line.length;
  }
  return parts;
}

function joined(
  kind: RawBlock['kind'],
  lines: readonly string[],
  place: Place,
  blocks: readonly RawBlock[],
): RawBlock {
  return { kind, text: lines.join('\n'), level: 0, place, pieces: blocks.flatMap((block) => block.pieces) };
}

/** Runs of neighbours with the same key. */
function groupBy(blocks: readonly RawBlock[], key: (block: RawBlock) => Place): RawBlock[][] {
  const groups: RawBlock[][] = [];
  let last: Place | null = null;
  for (const block of blocks) {
    const own = key(block);
    if (own === last) groups.at(-1)?.push(block);
    else groups.push([block]);
    last = own;
  }
  return groups;
}
