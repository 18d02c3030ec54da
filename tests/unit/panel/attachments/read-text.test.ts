import { describe, expect, it } from 'vitest';
import { MOST_FILE_LENGTH } from '../../../../lib/domain/attachments/file-limits';
import { readText } from '../../../../lib/panel/attachments/read-text';

const read = (...parts: BlobPart[]) => readText(new Blob(parts));

describe('readText', () => {
  it.each([
    ['UTF-8', ['naïve, 日本'], 'naïve, 日本'],
    ['UTF-8 with a mark', [new Uint8Array([0xef, 0xbb, 0xbf, 0x61])], 'a'],
    ['UTF-16, little end first', [new Uint8Array([0xff, 0xfe, 0x61, 0, 0xe9, 0])], 'aé'],
    ['UTF-16, big end first', [new Uint8Array([0xfe, 0xff, 0, 0x61, 0, 0xe9])], 'aé'],
    ['lines of every system', ['a\r\nb\rc\nd'], 'a\nb\nc\nd'],
  ])('reads %s', async (_, parts, text) => {
    expect(await read(...parts)).toEqual({ text });
  });

  it.each([
    ['what is no text', [new Uint8Array([0x25, 0x50, 0x44, 0x46, 0xff, 0xc3])], 'binary'],
    ['text with a zero in it', ['a\0b'], 'binary'],
    ['nothing', [], 'empty'],
    ['space', [' \n\t'], 'empty'],
    ['more than models read', ['x'.repeat(MOST_FILE_LENGTH + 1)], 'too-long'],
  ])('refuses %s', async (_, parts, refusal) => {
    expect(await read(...parts)).toEqual({ refusal });
  });
});
