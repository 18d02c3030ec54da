import type { FootnoteReferenceNode } from '../../../lib/markdown/nodes';

/** A footnote's number in the text: a button that leads to the note in the same answer, if there is one. */
export function makeFootnoteReference({ label, defined }: FootnoteReferenceNode, inLink: boolean): Element {
  const raised = document.createElement('sup');
  raised.className = 'footnote-reference';
  raised.dataset['footnote'] = label;
  if (!defined || inLink) {
    raised.textContent = label;
    return raised;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = label;
  button.ariaLabel = `Footnote ${label}`;
  button.addEventListener('click', () => goTo(button, '.markdown-footnote', label));
  raised.append(button);
  return raised;
}

/** Moves focus and view to the first footnote (or reference) of that label in the answer that `from` stands in. */
export function goTo(from: Element, selector: '.markdown-footnote' | '.footnote-reference', label: string): void {
  const candidates = from.closest('.markdown')?.querySelectorAll<HTMLElement>(selector) ?? [];
  const found = [...candidates].find((one) => one.dataset['footnote']?.toLowerCase() === label.toLowerCase());
  const target = found?.querySelector('button') ?? found;
  target?.focus({ preventScroll: true });
  target?.scrollIntoView({ block: 'nearest' });
}
