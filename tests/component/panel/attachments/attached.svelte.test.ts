import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FilePart } from '../../../../lib/domain/attachments/attached';
import { readPicturePart } from '../../../../lib/domain/attachments/picture-part';
import { MOST_ATTACHMENTS } from '../../../../lib/domain/attachments/file-limits';
import { MOST_PICTURES } from '../../../../lib/domain/pictures/picture-limits';
import { Attached } from '../../../../lib/panel/attachments/attached.svelte';
import type { PanelRequest } from '../../../../lib/messaging/protocol';

const file: FilePart = { type: 'file', name: 'a.csv', origin: 'file', fence: 'x9', text: 'a,b' };

async function photo(name: string): Promise<File> {
  const canvas = new OffscreenCanvas(4, 3);
  canvas.getContext('2d')?.fillRect(0, 0, 2, 2);
  return new File([await canvas.convertToBlob({ type: 'image/png' })], name);
}

describe('Attached', () => {
  let asked: PanelRequest[];
  let warned: string[];
  let attached: Attached;
  /** Resolves when the background has stored a picture. */
  let stored: Promise<null>;

  beforeEach(() => {
    stored = Promise.resolve(null);
    asked = [];
    warned = [];
    let id = 0;
    attached = new Attached({
      client: {
        request: (request) => {
          asked.push(request);
          return stored.then(() => null as never);
        },
      },
      notices: { warn: (text) => void warned.push(text) },
      limits: () => ({ side: 100, bytes: 1_000_000 }),
      newId: () => `id-${(id += 1)}`,
    });
  });

  it('keeps a picture once it is read, and shows it meanwhile', async () => {
    const onChange = vi.fn();
    attached.onChange = onChange;
    const storing = Promise.withResolvers<null>();
    stored = storing.promise;
    const adding = attached.add([await photo('cat.png')]);
    await expect.poll(() => attached.items.map(({ file }) => file?.name)).toEqual(['cat.png']);
    expect([attached.busy, attached.parts]).toEqual([true, []]);
    storing.resolve(null);
    await adding;
    const [part] = attached.parts;
    const reference = part?.type === 'picture' ? readPicturePart(part).reference : null;
    expect(asked).toMatchObject([{ type: 'keep-picture', picture: { ...reference, mime: 'image/png' } }]);
    expect([attached.busy, onChange.mock.calls.length, warned]).toEqual([false, 2, []]);
  });

  it('reads a file of text, fenced by a word of its own, and says what is none', async () => {
    await attached.add([new File(['a,b\r\n1,2'], 'a.csv'), new File([new Uint8Array([0xff, 0xc3])], 'a.pdf')]);
    expect(attached.parts).toMatchObject([{ type: 'file', name: 'a.csv', origin: 'file', text: 'a,b\n1,2' }]);
    expect(attached.parts[0]).toHaveProperty('fence', expect.stringMatching(/^id\d+$/));
    expect(warned).toEqual([expect.stringContaining('“a.pdf” was not attached: Aside takes pictures and files')]);
  });

  it('forgets a picture that is let go, also while it is being read', async () => {
    await attached.add([await photo('cat.png')]);
    await attached.remove(attached.items[0]?.key ?? '');
    expect(asked.map(({ type }) => type)).toEqual(['keep-picture', 'drop-picture']);
    const storing = Promise.withResolvers<null>();
    stored = storing.promise;
    const adding = attached.add([await photo('dog.png')]);
    await expect.poll(() => attached.items.length).toBe(1);
    await attached.remove(attached.items[0]?.key ?? '');
    storing.resolve(null);
    await adding;
    expect([attached.items, asked.map(({ type }) => type).slice(2)]).toEqual([
      [],
      ['keep-picture', 'drop-picture'],
    ]);
  });

  it('lets pictures go and files stay for a model that does not see', async () => {
    attached.put([file]);
    await attached.add([await photo('cat.png')]);
    await attached.removePictures();
    expect(attached.parts).toEqual([file]);
    await attached.clear();
    expect(attached.parts).toEqual([]);
  });

  it('says of what can’t go why', async () => {
    await attached.add([new File(['<svg/>'], 'logo.svg', { type: 'image/svg+xml' })]);
    expect([attached.items, warned]).toEqual([
      [],
      [expect.stringContaining('“logo.svg” was not attached: an SVG')],
    ]);
  });

  it('takes so many pictures and things, and no more', async () => {
    const pictures = await Promise.all(Array.from({ length: MOST_PICTURES + 1 }, (_, at) => photo(`${at}.png`)));
    await attached.add(pictures);
    expect([attached.parts.length, warned]).toEqual([MOST_PICTURES, [expect.stringContaining('8 pictures')]]);
    attached.put(Array.from({ length: MOST_ATTACHMENTS }, () => file));
    await attached.add([await photo('more.png')]);
    expect(warned.at(-1)).toContain('20 attachments');
  });
});
