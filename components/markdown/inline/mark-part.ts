/** A part of a mark in running text, with its own class; text that is not the answer's own finds its own direction. */
export function markPart(className: string, text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = className;
  span.dir = 'auto';
  span.textContent = text;
  return span;
}
