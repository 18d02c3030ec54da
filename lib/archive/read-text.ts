import { ImportFailure } from './import-failure';
import { formatNumber } from '../words/format';

/** The text of UTF-8 or (by its mark) UTF-16 bytes, its mark cut off. Fails on other bytes and on more than `most` of them. */
export async function readText(bytes: ReadableStream<Uint8Array>, name: string, most: number): Promise<string> {
  const reader = bytes.getReader();
  const texts: string[] = [];
  let decoder: TextDecoder | null = null;
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel().catch(() => undefined);
      const megabytes = formatNumber(Math.floor(most / 1e6));
      throw new ImportFailure(`${name} is larger than Aside reads at once (${megabytes} MB).`);
    }
    decoder ??= new TextDecoder(encodingOf(value), { fatal: true });
    texts.push(decode(() => decoder?.decode(value, { stream: true }), name));
  }
  texts.push(decode(() => decoder?.decode(), name));
  return texts.join('');
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function decode(read: () => string | undefined, name: string): string {
  try {
    return read() ?? '';
  } catch (reason) {
    throw new ImportFailure(`${name} is not written in UTF-8.`, { cause: reason });
  }
}
