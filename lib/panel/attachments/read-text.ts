import type { AttachmentRefusal } from '../../domain/attachments/describe-refusal';
import { MOST_FILE_BYTES, MOST_FILE_LENGTH } from '../../domain/attachments/file-limits';

/** A file's text with its lines ended alike, or why it is none that can go along. */
export type TextOfFile = { readonly text: string } | { readonly refusal: AttachmentRefusal };

/** Encodings that a file may name in its first bytes; others are read as UTF-8, which has to be whole. */
const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Reads a file of plain text, whatever its name says it is. Rejects where the browser can't read it. */
export async function readText(file: Blob): Promise<TextOfFile> {
  if (file.size > MOST_FILE_BYTES) return { refusal: 'large' };
  const text = decode(new Uint8Array(await file.arrayBuffer()));
  if (text === null || text.includes('\0')) return { refusal: 'binary' };
  if (text.trim() === '') return { refusal: 'empty' };
  if (text.length > MOST_FILE_LENGTH) return { refusal: 'too-long' };
  return { text };
}

function decode(bytes: Uint8Array): string | null {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  try {
    return new TextDecoder(marked?.[0] ?? 'utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return null;
  }
}
