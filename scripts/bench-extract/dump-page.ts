import { createBudget } from '../../lib/page/dom/budget';
import { gatherPage } from '../../lib/page/reader/gather-page';
import { factSources } from '../../lib/page/reader/fact-sources';
import type { Place } from '../../lib/page/reader/place';

/** Runs in a page: what the reader gathers from it as plain data, which `replay-page` makes into blocks again. */
export function dumpPage(): unknown {
  const { blocks, main } = gatherPage(document, createBudget(10_000, 5_000_000));
  const numbers = new Map<Place, number>();
  const places: unknown[] = [];
  const numberOf = (place: Place | null): number => {
    if (place === null) return -1;
    const known = numbers.get(place);
    if (known !== undefined) return known;
    const parent = numberOf(place.parent);
    const { element, number, structure, block, link, control, collapsed } = place;
    const attributes: Record<string, string> = {};
    for (const { name, value } of element.attributes)
      if (value.length <= 300 && !/^(?:style|src|srcset|on)/.test(name)) attributes[name] = value;
    const own = places.length;
    numbers.set(place, own);
    places.push({
      tag: element.localName,
      attributes,
      parent,
      number,
      structure,
      block,
      link,
      control,
      collapsed,
    });
    return own;
  };
  return {
    ...factSources(document),
    main: [...main],
    blocks: blocks.map(({ kind, text, level, place, pieces }) => ({
      kind,
      text,
      level,
      place: numberOf(place),
      pieces: pieces.map((piece) => [piece.text.replace(/\s+/g, '').length, numberOf(piece.place), piece.formula]),
    })),
    places,
  };
}

Reflect.set(globalThis, 'asideDump', dumpPage);
