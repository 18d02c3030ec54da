/** A page that is not drawn, such as one behind another tab, is taken to be after so many milliseconds. */
const HIDDEN_MS = 250;

/** Resolves when the page's next picture has been drawn: what its first does not show can wait until then. */
export function afterPaint(): Promise<void> {
  return new Promise((resolve) => {
    const hidden = setTimeout(resolve, HIDDEN_MS);
    requestAnimationFrame(() => {
      clearTimeout(hidden);
      // The picture is drawn when this frame's work is done.
      setTimeout(resolve);
    });
  });
}
