/**
 * The text that the user has selected, with its line breaks: on the page, in a text field (never a password), in a
 * frame of the same origin or an open shadow root. Empty where nothing is selected.
 */
export function readSelection(page: Document = document): string {
  const { activeElement } = page;
  const inside = activeElement === null ? '' : selectedInside(activeElement);
  return inside !== '' ? inside : tidy(page.getSelection()?.toString() ?? '');
}

function selectedInside(element: Element): string {
  const focused = element.shadowRoot?.activeElement;
  if (focused) {
    const deeper = selectedInside(focused);
    if (deeper !== '') return deeper;
  }
  if (element.shadowRoot) return tidy(shadowSelection(element.shadowRoot));
  if (element.localName === 'iframe' || element.localName === 'frame') return selectedInFrame(element);
  if (element.localName !== 'textarea' && element.localName !== 'input') return '';
  const field = element as HTMLInputElement | HTMLTextAreaElement;
  if (field.type === 'password' || field.selectionStart === null || field.selectionEnd === null) return '';
  return tidy(field.value.slice(field.selectionStart, field.selectionEnd));
}

function selectedInFrame(frame: Element): string {
  try {
    const page = (frame as HTMLIFrameElement).contentDocument;
    return page === null ? '' : readSelection(page);
  } catch {
    return '';
  }
}

/** Chromium keeps the selection within a shadow root to that root; elsewhere it is the document's. */
function shadowSelection(root: ShadowRoot): string {
  const get: unknown = Reflect.get(root, 'getSelection');
  if (typeof get !== 'function') return '';
  return String((get as () => Selection | null).call(root) ?? '');
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\u00A0/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\s+$/g, '');
}
