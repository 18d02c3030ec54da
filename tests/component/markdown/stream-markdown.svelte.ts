import { flushSync, mount, unmount } from 'svelte';
import Markdown from '../../../components/markdown/Markdown.svelte';
import '../../../components/ui/theme.css';
import { TypedText } from '../../../lib/panel/typed-text.svelte';
import { nextFrame, one } from './show-markdown';

/** An answer in the real component. */
export interface ShownMarkdown {
  readonly root: HTMLElement;
  remove(): void;
}

/** One that grows. */
export interface StreamedMarkdown extends ShownMarkdown {
  /** Draws the text as it is by now. */
  show(text: string): void;
  /** Declares the text complete and draws it. */
  finish(text: string): void;
}

interface Props {
  text: string;
  length?: number;
  streaming: boolean;
}

function mountMarkdown(props: Props, into: HTMLElement): ShownMarkdown {
  const place = into.appendChild(document.createElement('div'));
  const component = mount(Markdown, { target: place, props });
  flushSync();
  return {
    root: one(place, '.markdown'),
    remove() {
      void unmount(component);
      place.remove();
    },
  };
}

/** Mounts an empty answer that streams. */
export function streamMarkdown(into = document.body): StreamedMarkdown {
  const props = $state({ text: '', streaming: true });
  return {
    ...mountMarkdown(props, into),
    show(text) {
      props.text = text;
      flushSync();
    },
    finish(text) {
      props.text = text;
      props.streaming = false;
      flushSync();
    },
  };
}

/** Streams chunks to their end, each drawn as it comes; the answer stays mounted. */
export function streamChunks(chunks: readonly string[]): ShownMarkdown {
  const streamed = streamMarkdown();
  let text = '';
  for (const chunk of chunks) {
    text += chunk;
    streamed.show(text);
  }
  streamed.finish(text);
  return streamed;
}

/** Streams chunks, one in each real frame, typed out as in the panel. Resolves when all of it is shown and complete. */
export async function typeChunks(chunks: readonly string[]): Promise<ShownMarkdown> {
  let text = $state('');
  let over = $state(false);
  let shown: ShownMarkdown | undefined;
  let typed: TypedText | undefined;
  const stop = $effect.root(() => {
    const typing = new TypedText({ text: () => text, length: () => text.length, instant: () => false });
    const props = {
      get text() {
        return text;
      },
      get length() {
        return typing.shown;
      },
      get streaming() {
        return !over || !typing.caughtUp;
      },
    };
    typed = typing;
    shown = mountMarkdown(props, document.body);
  });
  for (const chunk of chunks) {
    text += chunk;
    flushSync();
    await nextFrame();
  }
  over = true;
  while (typed?.caughtUp === false) await nextFrame();
  flushSync();
  if (shown === undefined) throw new Error('Nothing is mounted.');
  const { root, remove } = shown;
  return {
    root,
    remove() {
      remove();
      stop();
    },
  };
}

/** Mounts a whole text at once. */
export function showWhole(text: string): ShownMarkdown {
  return mountMarkdown({ text, streaming: false }, document.body);
}

/** What charts and menus name their parts by: numbers that go on through the page. */
const NAMED_BY_COUNTING = ['id', 'aria-describedby', 'aria-labelledby', 'aria-controls'];

/** Whether a table has more to the side, which an observer says after layout, and only of what is near the view. */
const SEEN_BY_OBSERVER = ['data-pinned', 'data-more-left', 'data-more-right'];

/**
 * Where the documents of two answers differ first; null where they are the same, node for node and attribute for
 * attribute, comments too. Boxes are compared by their state as well, which no attribute tells. Left out are the guessed
 * heights of sections that are not drawn (they never shrink while an answer grows), what observers say of a table's room to
 * the side, ids that are counted through the page, whether a formula is drawn by now, and what Vega has drawn of a chart by now (it numbers its parts by page).
 */
export function firstDifference(one: HTMLElement, other: HTMLElement): string | null {
  if (boxes(one) !== boxes(other)) return `boxes: ${boxes(one)} and ${boxes(other)}`;
  return differenceIn(withoutHints(one), withoutHints(other));
}

function withoutHints(root: HTMLElement): Node {
  const copy = root.cloneNode(true);
  if (copy instanceof Element) {
    for (const frame of copy.querySelectorAll('.markdown-table-frame'))
      for (const name of SEEN_BY_OBSERVER) frame.removeAttribute(name);
    for (const section of copy.querySelectorAll('.markdown-section')) section.removeAttribute('style');
    for (const part of copy.querySelectorAll('*'))
      for (const name of NAMED_BY_COUNTING)
        if (/^(?:bits-)?c\d+/.test(part.getAttribute(name) ?? '')) part.removeAttribute(name);
    // A formula is drawn when its reader comes near: its source is what counts.
    for (const formula of copy.querySelectorAll('[data-tex]')) formula.replaceChildren();
    for (const plot of copy.querySelectorAll('.markdown-chart-plot'))
      plot.replaceWith(document.createElement('figure'));
  }
  return copy;
}

function differenceIn(one: Node, other: Node): string | null {
  if (one.isEqualNode(other)) return null;
  for (const [index, child] of one.childNodes.entries()) {
    const partner = other.childNodes[index];
    if (partner === undefined) break;
    const difference = differenceIn(child, partner);
    if (difference !== null) return difference;
  }
  return `${markup(one)} and ${markup(other)}`;
}

function boxes(root: HTMLElement): string {
  return Array.from(root.querySelectorAll('input'), ({ checked }) => (checked ? 'x' : '-')).join('');
}

function markup(node: Node): string {
  return node instanceof Element ? node.outerHTML : `${node.nodeName} ${JSON.stringify(node.nodeValue)}`;
}
