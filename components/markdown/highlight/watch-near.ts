type Listener = (isNear: boolean) => void;

/** How far off the view still counts as near, so that what scrolls in is ready. */
const MARGIN = '300px';

const listeners = new WeakMap<Element, Listener>();
let observer: IntersectionObserver | undefined;

/**
 * Tells whether an element is in view or near it: soon after the call, and whenever that changes. Returns the way out.
 * All share one observer: many cost more with every frame.
 */
export function watchNear(element: Element, listener: Listener): () => void {
  observer ??= new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) listeners.get(target)?.(isIntersecting);
    },
    { rootMargin: MARGIN, scrollMargin: MARGIN },
  );
  const shared = observer;
  listeners.set(element, listener);
  shared.observe(element);
  return () => {
    shared.unobserve(element);
    listeners.delete(element);
  };
}
