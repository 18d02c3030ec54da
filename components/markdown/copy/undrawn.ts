import type { Attachment } from 'svelte/attachments';
import type { Block } from '../../../lib/markdown/nodes';

/** What an element stands for that is not drawn. */
export interface Undrawn {
  isRead(): boolean;
  read(): Promise<void>;
  /** As far as it was read. */
  blocks(): readonly Block[];
}

const undrawn = new WeakMap<Element, Undrawn>();

/** Tells what an element stands for, so that a selection over it copies that. */
export function standsFor(what: Undrawn): Attachment {
  return (element) => {
    undrawn.set(element, what);
  };
}

/** What an element stands for, if it does. */
export function undrawnIn(element: Element): Undrawn | undefined {
  return undrawn.get(element);
}

/** Reads what a selection holds undrawn. Null where there is nothing to be read. */
export function readUndrawn(selection: Selection | null, root: Element): Promise<unknown> | null {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const unread = [...root.querySelectorAll('[data-undrawn]')].flatMap((element) => {
    const what = range.intersectsNode(element) ? undrawn.get(element) : undefined;
    return what === undefined || what.isRead() ? [] : [what];
  });
  return unread.length === 0 ? null : Promise.all(unread.map((what) => what.read()));
}
