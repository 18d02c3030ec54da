import { foldForFind, foldWithPlaces, hitsIn } from '../../../lib/domain/find-text';
import { NO_TEXT } from '../../../lib/markdown/shown-runs';

/** Elements that hold a run each, in the order of the document. */
const RUNS =
  '.question .page > span[dir], .question .text, .question blockquote, ' +
  '.markdown :is(p, h3, h4, h5, h6).markdown-block, .markdown :is(th, td, pre > code), .markdown-chart-title';
/** What Aside says of its own in them. */
const UNSEARCHED =
  'button, svg, .citations, .footnote-reference, .link-host, .image-chip-host, .image-chip-open, ' +
  '.hidden-characters, .visually-hidden';

/** A run as it is drawn. */
export interface DrawnRun {
  /** Its text, folded, without white space at its ends. */
  readonly text: string;
  /** Where a folded query stands in it. */
  ranges(query: string): readonly Range[];
}

/** The runs of a message that are in the document, as `messageRuns` gives those of its text. */
export function drawnRuns(message: Element): readonly DrawnRun[] {
  return [...message.querySelectorAll(RUNS)].filter(isRun).map(readRun);
}

/** A chart's table is its data, not what was written. */
function isRun(element: Element): boolean {
  return element.matches('.markdown-chart-title') || element.closest('.markdown-chart') === null;
}

function readRun(element: Element): DrawnRun {
  const nodes: { readonly node: Node; readonly start: number }[] = [];
  let raw = '';
  const add = (node: Node, text: string): void => {
    nodes.push({ node, start: raw.length });
    raw += text;
  };
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (!(node instanceof Element)) return NodeFilter.FILTER_ACCEPT;
    if (node.matches(UNSEARCHED)) return NodeFilter.FILTER_REJECT;
    if (node.matches('.markdown-math')) add(node, NO_TEXT);
    return node.matches('.markdown-math') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) add(node, node.data);
    else if (node.nodeName === 'BR') add(node, '\n');
  }

  function rangeOf(start: number, end: number): Range {
    const range = document.createRange();
    const first = nodes.findLast((each) => each.start <= start && each.node instanceof Text) ?? nodes[0];
    const last = nodes.findLast((each) => each.start < end && each.node instanceof Text) ?? first;
    if (first !== undefined) range.setStart(first.node, within(first, start));
    if (last !== undefined) range.setEnd(last.node, within(last, end));
    return range;
  }

  return {
    text: foldForFind(raw).trim(),
    ranges(query) {
      if (countless(raw, query)) return [];
      const { text, places } = foldWithPlaces(raw);
      return hitsIn(text, query).map((at) => {
        const end = at + query.length;
        // The whole of the last character, with the diacritics that folding took off it.
        const next = places.findIndex((place, index) => index >= end && place > (places[end - 1] ?? 0));
        return rangeOf(places[at] ?? 0, places[next === -1 ? places.length - 1 : next] ?? raw.length);
      });
    },
  };
}

/** Whether there is no hit, told by the cheap way of folding. */
function countless(raw: string, query: string): boolean {
  return query === '' || !foldForFind(raw).includes(query);
}

function within({ node, start }: { readonly node: Node; readonly start: number }, at: number): number {
  return node instanceof Text ? Math.min(Math.max(0, at - start), node.length) : 0;
}

/**
 * The range of a message's hit: `runs` are the folded runs of its text, of which some may not be drawn. Undefined where
 * the run with the hit is not.
 */
export function rangeOfHit(
  drawn: readonly DrawnRun[],
  runs: readonly string[],
  query: string,
  index: number,
): Range | undefined {
  let before = 0;
  for (const [place, run] of runs.entries()) {
    const count = hitsIn(run, query).length;
    if (index >= before + count) {
      before += count;
      continue;
    }
    const text = run.trim();
    const alike = runs.slice(0, place).filter((other) => other.trim() === text).length;
    return drawn.filter((other) => other.text === text)[alike]?.ranges(query)[index - before];
  }
  return undefined;
}
