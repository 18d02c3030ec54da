/** Something to be copied: as text, and as HTML for programs that take rich text. */
export interface Copied {
  readonly text: string;
  readonly html: string;
}

/**
 * Puts both forms on the clipboard, or the text alone where the browser takes no more. Must run inside a click. Rejects
 * where the browser refuses.
 */
export async function writeClipboard(
  { text, html }: Copied,
  clipboard: Pick<Clipboard, 'write' | 'writeText'> = navigator.clipboard,
): Promise<void> {
  const forms = { 'text/plain': text, 'text/html': html };
  const blobs = Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })] as const);
  try {
    await clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  } catch {
    await clipboard.writeText(text);
  }
}
