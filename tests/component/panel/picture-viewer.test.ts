import { describe, expect, it, vi } from 'vitest';
import type { PictureId } from '../../../lib/domain/ids';
import type { Picture } from '../../../lib/domain/pictures/picture';
import { pictureFileName, toPng } from '../../../lib/panel/picture-files';
import { PictureViewer } from '../../../lib/panel/picture-viewer.svelte';
import { messageIdOf } from '../../support/rows';

const forms = import.meta.glob<string>('../../fixtures/pictures/photo.*', {
  eager: true,
  query: '?inline',
  import: 'default',
});
const pictureOf = (name: string): Picture => {
  const [head = '', data = ''] = (forms[`../../fixtures/pictures/${name}`] ?? '').split(',');
  const mime = /data:(.*);/.exec(head)?.[1] as Picture['mime'];
  return { id: 'i' as PictureId, messageId: messageIdOf('a'), mime, width: 24, height: 16, data };
};

function viewer() {
  const notices = { tellBriefly: vi.fn(), warn: vi.fn() };
  return { notices, viewer: new PictureViewer(notices) };
}

describe('PictureViewer', () => {
  it('gives a picture an address while it is on view', () => {
    const { viewer: pictures } = viewer();
    const revoke = vi.spyOn(URL, 'revokeObjectURL');
    pictures.show(pictureOf('photo.webp'), 'cat');
    const url = pictures.shown?.url;
    expect(pictures.shown).toMatchObject({ words: 'cat', blob: { type: 'image/webp' } });
    pictures.close();
    expect(pictures.shown).toBeNull();
    expect(revoke).toHaveBeenCalledWith(url);
    revoke.mockRestore();
  });

  it('copies any form as PNG, and says where the browser refuses', async () => {
    for (const name of ['photo.webp', 'photo.avif', 'photo.gif']) {
      const { viewer: pictures, notices } = viewer();
      pictures.show(pictureOf(name), '');
      const written: ClipboardItems[] = [];
      await pictures.copy({ write: async (items) => void written.push(items) });
      const png = await written[0]?.[0]?.getType('image/png');
      expect(new Uint8Array((await png?.arrayBuffer()) ?? []).slice(1, 4)).toEqual(
        new TextEncoder().encode('PNG'),
      );
      expect(notices.tellBriefly).toHaveBeenCalledWith('Picture copied.');
      await pictures.copy({ write: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
      expect(notices.warn).toHaveBeenCalledWith(expect.stringContaining('refused to copy'));
    }
  });

  it('draws nothing that is no picture', async () => {
    await expect(toPng(new Blob(['<svg/>'], { type: 'image/png' }))).rejects.toThrow();
  });

  it.each([
    ['A cat, by night', 'image/jpeg', 'A cat by night.jpg'],
    ['../../etc/passwd', 'image/png', 'etc passwd.png'],
    ['photo.png\u202Egpj.exe', 'image/webp', 'photo pnggpj exe.webp'],
    ['灯台', 'image/gif', '灯台.gif'],
    ['', 'image/avif', 'Picture.avif'],
    ['x'.repeat(200), 'image/png', `${'x'.repeat(60)}.png`],
  ] as const)('saves %j as a file with a name of its own', (words, mime, name) => {
    expect(pictureFileName(words, mime)).toBe(name);
  });
});
