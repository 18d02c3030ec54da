/** The bytes that base64 stands for; null where it is none. `length` limits how many characters are read. */
export function bytesOfBase64(data: string, length = data.length): Uint8Array<ArrayBuffer> | null {
  const read = length >= data.length ? data : data.slice(0, length - (length % 4));
  let text: string;
  try {
    text = atob(read);
  } catch {
    return null;
  }
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** How many bytes it stands for. */
export function base64Size(data: string): number {
  const padding = /=*$/.exec(data.slice(-2))?.[0].length ?? 0;
  return Math.floor((data.length * 3) / 4) - padding;
}
