import type { Attachment } from 'svelte/attachments';

/**
 * Tells whether an element's last child is left undrawn because it is far out of view (`content-visibility: auto`). The
 * browser finds that out anyway, so that nothing has to be observed.
 */
export function watchEnd(tell: (isFar: boolean) => void): Attachment {
  return (element) => {
    const undrawn = new WeakSet<EventTarget>();

    function onStateChange(event: Event): void {
      const { target } = event;
      if (!(event instanceof ContentVisibilityAutoStateChangeEvent) || target === null) return;
      if (event.skipped) undrawn.add(target);
      else undrawn.delete(target);
      const last = element.lastElementChild;
      if (last !== null) tell(undrawn.has(last));
    }

    element.addEventListener('contentvisibilityautostatechange', onStateChange);
    return () => element.removeEventListener('contentvisibilityautostatechange', onStateChange);
  };
}
