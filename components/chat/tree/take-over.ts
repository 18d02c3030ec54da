import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { VersionStep } from '../../../lib/panel/tree/version-moves.svelte';

/**
 * For `{@attach}` on the arrows of a version that has come on view: where it was by a step, the arrow of the same
 * direction gets the focus (the other one at the end of the row) and stands where the former one stood.
 */
export function takeOver(arrived: () => VersionStep | null): Attachment<HTMLElement> {
  return (element) => {
    const by = untrack(arrived);
    if (by === null) return;
    const arrows = [...element.querySelectorAll('button')];
    const wanted = by.step === 1 ? arrows.at(-1) : arrows[0];
    const arrow = wanted?.disabled === true ? arrows.find(({ disabled }) => !disabled) : wanted;
    arrow?.focus({ preventScroll: true });
    // What is drawn above has its height when this turn of work has ended.
    queueMicrotask(() => {
      const moved = (arrow ?? element).getBoundingClientRect().top - by.top;
      element.closest('[role=log]')?.scrollBy({ top: moved, behavior: 'instant' });
    });
  };
}
