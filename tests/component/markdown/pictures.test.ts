import { describe, expect, it, vi } from 'vitest';
import type { PictureShelf } from '../../../components/markdown/markdown-context';
import { estimateHeight } from '../../../components/markdown/estimate-height';
import type { PictureId } from '../../../lib/domain/ids';
import type { Picture } from '../../../lib/domain/pictures/picture';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';
import { messageIdOf } from '../../support/rows';
import { nextFrame, one, showMarkdown, waitFor } from './show-markdown';

const forms = import.meta.glob<string>('../../fixtures/pictures/*', {
  eager: true,
  query: '?inline',
  import: 'default',
});
const pictureOf = (name: string, more: Partial<Picture> = {}): Picture => {
  const [head = '', data = ''] = (forms[`../../fixtures/pictures/${name}`] ?? '').split(',');
  const mime = /data:(.*);/.exec(head)?.[1] as Picture['mime'];
  return { id: 'i' as PictureId, messageId: messageIdOf('a'), mime, width: 24, height: 16, data, ...more };
};

function shelfWith(picture: Picture | undefined, ready: Promise<unknown> = Promise.resolve()) {
  const open = vi.fn();
  const shelf: PictureShelf = { read: async () => (await ready, picture), open };
  return { shelf, open };
}

const asked = () => performance.getEntriesByType('resource').map(({ name }) => name);

describe('a picture in an answer', () => {
  it.each(['photo.png', 'photo.jpg', 'photo.gif', 'photo.webp', 'photo.avif', 'lossless.webp'])(
    '%s is drawn, with its words, and opens large',
    async (name) => {
      const picture = pictureOf(name);
      const { shelf, open } = shelfWith(picture);
      const screen = await showMarkdown('See ![a **cat**](aside-picture:i/24x16).', { pictures: shelf });
      const image = await waitFor<HTMLImageElement>(screen.root, '.picture img');
      expect([image.naturalWidth, image.naturalHeight, image.alt]).toEqual([24, 16, 'a cat']);
      expect(image.src).toMatch(/^blob:/);
      expect(one(screen.root, '.picture-words').innerText).toBe('a cat');
      await screen.getByRole('button', { name: 'Open picture: a cat' }).click();
      expect(open).toHaveBeenCalledWith(picture, 'a cat');
    },
  );

  it('has its room before it is read: nothing jumps', async () => {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const { shelf } = shelfWith(pictureOf('photo.png'), promise);
    const { root } = await showMarkdown('A\n\n![](aside-picture:i/240x160)\n\nB', { pictures: shelf });
    const after = () => one(root, 'p:last-of-type').getBoundingClientRect().top;
    const top = after();
    expect(one(root, '.picture-open').getBoundingClientRect().height).toBeCloseTo(160, 0);
    resolve(undefined);
    await waitFor(root, '.picture img');
    await nextFrame();
    expect(after()).toBe(top);
  });

  it('keeps its element while the answer goes on', async () => {
    const { shelf } = shelfWith(pictureOf('photo.png'));
    const text = '![cat](aside-picture:i/24x16) and';
    const screen = await showMarkdown(text, { pictures: shelf, streaming: true });
    const image = await waitFor(screen.root, '.picture img');
    await screen.rerender({ text: `${text} so on`, pictures: shelf, streaming: true });
    await nextFrame();
    expect(one(screen.root, '.picture img')).toBe(image);
  });

  it('that is wide or tall stays in its place', async () => {
    const { shelf } = shelfWith(undefined, new Promise(() => {}));
    const { root } = await showMarkdown('![](aside-picture:i/9000x90)\n\n![](aside-picture:i/90x9000)', {
      pictures: shelf,
    });
    root.style.width = '328px';
    const [wide, tall] = [...root.querySelectorAll('.picture-open')].map((one) => one.getBoundingClientRect());
    expect(wide?.width).toBeLessThanOrEqual(328);
    expect(tall?.height).toBeLessThanOrEqual(2_400);
    expect(root.scrollWidth).toBeLessThanOrEqual(328);
    const [first] = parseMarkdown('![](aside-picture:i/328x300)');
    expect(first && estimateHeight(first)).toBeGreaterThan(300);
  });

  it.each([
    ['gone', 'aside-picture:i/24x16', undefined, 'not here any more'],
    [
      'broken',
      'aside-picture:i/24x16',
      pictureOf('photo.png', { data: btoa('\x89PNG\r\n and nothing') }),
      'its data is broken',
    ],
    ['no base64', 'aside-picture:i/24x16', pictureOf('photo.png', { data: 'A=B=' }), 'its data is broken'],
    [
      'SVG in PNG’s clothing',
      'aside-picture:i/24x16',
      pictureOf('photo.png', { data: btoa('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>') }),
      'its data is broken',
    ],
    ['one that was an SVG', 'aside-picture:none/vector', undefined, 'an SVG can hold scripts'],
    ['one that was cut off', 'aside-picture:none/cut', undefined, 'the answer ended in the middle of it'],
  ])('%s says why it is not there', async (_name, address, picture, why) => {
    performance.clearResourceTimings();
    const { shelf } = shelfWith(picture);
    const screen = await showMarkdown(`![cat](${address})`, { pictures: shelf });
    await vi.waitFor(() => expect(screen.root.textContent).toContain(why));
    expect(one(screen.root, '.image-chip-alt').textContent).toBe('cat');
    expect(screen.root.querySelector('img, button')).toBeNull();
    expect(asked().filter((name) => !name.startsWith(location.origin) && !name.startsWith('blob:'))).toEqual([]);
  });

  it('is words alone in a link, and where there are no pictures', async () => {
    const { shelf } = shelfWith(pictureOf('photo.png'));
    const linked = await showMarkdown('[![cat](aside-picture:i/24x16)](https://a.example/)', { pictures: shelf });
    expect(linked.root.querySelector('a button, img')).toBeNull();
    const none = await showMarkdown('![cat](aside-picture:i/24x16)');
    expect(none.root.textContent).toContain('not here');
  });
});
