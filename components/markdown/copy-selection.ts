/**
 * What a selection that holds formulas is as text, each formula as the LaTeX it was written in; null where it holds
 * none, so that the browser copies as it always does. A formula that is selected in part counts whole.
 */
export function copySelection(selection: Selection): string | null {
  if (selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  const first = formulaAround(range.startContainer);
  const last = formulaAround(range.endContainer);
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  const copy = document.createElement('div');
  copy.className = 'markdown-copied';
  copy.append(range.cloneContents());
  const formulas = copy.querySelectorAll<HTMLElement>('.markdown-math[data-tex]');
  if (formulas.length === 0) return null;
  for (const button of copy.querySelectorAll('.markdown-copy')) button.remove();
  for (const formula of formulas) formula.replaceWith(withDelimiters(formula));
  // Only what is in the document has the line breaks that a reader sees.
  document.body.append(copy);
  const text = copy.innerText;
  copy.remove();
  return text;
}

/** Puts a selection with formulas on the clipboard of a copy event. */
export function oncopy(event: ClipboardEvent): void {
  const selection = getSelection();
  const text = selection === null ? null : copySelection(selection);
  if (text === null || event.clipboardData === null) return;
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
}

function formulaAround(node: Node): Element | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.markdown-math') ?? null;
}

function withDelimiters(formula: HTMLElement): Node {
  const { tex = '' } = formula.dataset;
  if (formula.localName === 'span' && !formula.classList.contains('markdown-math-display'))
    return new Text(`$${tex}$`);
  const block = document.createElement('pre');
  block.textContent = `$$\n${tex}\n$$`;
  return block;
}
