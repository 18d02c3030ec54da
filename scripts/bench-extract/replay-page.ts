import type { BlockKind } from '../../lib/domain/page.ts';
import type { Place, RawBlock } from '../../lib/page/reader/place.ts';

interface DumpedPlace extends Pick<Place, 'number' | 'structure' | 'block' | 'link' | 'control' | 'collapsed'> {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Index of the place round it, or -1. */
  readonly parent: number;
}

/** A labelled page as the reader gathered it (see dump-page), with what is wanted of it. */
export interface DumpedPage {
  readonly id: string;
  readonly type: string;
  readonly site: string;
  readonly wanted: string;
  readonly title: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly data: readonly string[];
  readonly main: readonly number[];
  readonly places: readonly DumpedPlace[];
  readonly blocks: readonly {
    readonly kind: BlockKind;
    readonly text: string;
    readonly level: number;
    readonly place: number;
    /** Characters, place, whether a formula. */
    readonly pieces: readonly (readonly [number, number, boolean])[];
  }[];
}

// Nothing that chooses among blocks asks how they were seen.
const DAYLIGHT = {} as Place['light'];

/** Makes a dumped page into the blocks that the reader chooses from. */
export function replayPage(page: DumpedPage): { blocks: RawBlock[]; main: Set<number> } {
  const places: Place[] = [];
  for (const { tag, attributes, parent, ...rest } of page.places) {
    const element = standIn(tag, attributes);
    const above = places[parent] ?? null;
    const shown = { keepsLines: false, light: DAYLIGHT, blocksBefore: 0, looseBefore: 0 };
    places.push({ ...rest, ...shown, element, copy: element, parent: above });
  }
  const placeAt = (index: number): Place => {
    const place = places[index];
    if (place === undefined) throw new Error(`No place ${index} on page ${page.id}`);
    return place;
  };
  const blocks = page.blocks.map(({ place, pieces, ...rest }) => ({
    ...rest,
    place: placeAt(place),
    pieces: pieces.map(([length, at, formula]) => ({ text: 'x'.repeat(length), place: placeAt(at), formula })),
  }));
  return { blocks, main: new Set(page.main) };
}

/** As much of an element as the features ask for. */
function standIn(tag: string, attributes: Readonly<Record<string, string>>): Element {
  const classes = (attributes['class'] ?? '').split(/\s+/).filter(Boolean);
  return {
    localName: tag,
    id: attributes['id'] ?? '',
    classList: { item: (index: number) => classes[index] ?? null },
    getAttribute: (name: string) => attributes[name] ?? null,
    hasAttribute: (name: string) => name in attributes,
    matches: (selector: string) => selector.split(',').some((one) => matchesOne(one.trim(), tag, attributes)),
  } as unknown as Element;
}

function matchesOne(selector: string, tag: string, attributes: Readonly<Record<string, string>>): boolean {
  const attribute = /^\[(\w+)=(\w+)\]$/.exec(selector);
  if (attribute === null) return selector === tag;
  return attributes[attribute[1] ?? ''] === attribute[2];
}
