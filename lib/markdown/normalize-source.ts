/** Line breaks as LF and no NUL, as CommonMark asks (sections 2.1 and 2.3). */
export function normalizeSource(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '\ufffd');
}
