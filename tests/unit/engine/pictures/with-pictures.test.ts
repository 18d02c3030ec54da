import { describe, expect, test, vi } from 'vitest';
import { textOf } from '../../../../lib/domain/content';
import { applyEvent, EMPTY_ANSWER } from '../../../../lib/domain/apply-event';
import type { Picture } from '../../../../lib/domain/pictures/picture';
import type { RunEvent } from '../../../../lib/domain/stream-event';
import { withPictures } from '../../../../lib/engine/pictures/with-pictures';
import { pictures as hostile } from '../../../support/inert/payloads/pictures';
import { cutAnywhere, seeded } from '../../../support/random';
import { readPicture } from '../../../support/read-picture';
import { messageIdOf, numberedIds } from '../../../support/rows';

const dataOf = (name: string, type = 'png') => `data:image/${type};base64,${readPicture(name)}`;
const END: RunEvent = { type: 'end', reason: 'complete' };

async function answer(
  text: string | readonly string[],
  end: RunEvent = END,
  keep = async (_picture: Picture) => {},
) {
  const kept: Picture[] = [];
  async function* stream() {
    for (const piece of typeof text === 'string' ? [text] : text)
      yield { type: 'text-delta', text: piece } as const;
    yield end;
  }
  const events = await Array.fromAsync(
    withPictures(stream(), {
      messageId: messageIdOf('a'),
      newId: numberedIds(),
      keep: async (picture) => {
        await keep(picture);
        kept.push(picture);
      },
      now: () => 0,
    }),
  );
  return { kept, events, text: textOf(events.reduce(applyEvent, EMPTY_ANSWER).parts) };
}

describe('the pictures of an answer', () => {
  test.each([
    ['photo.png', 'image/png'],
    ['photo.jpg', 'image/jpeg'],
    ['photo.gif', 'image/gif'],
    ['photo.webp', 'image/webp'],
    ['photo.avif', 'image/avif'],
  ])('%s is stored, and its text stays short', async (name, mime) => {
    const { kept, text, events } = await answer(`A ![cat](${dataOf(name)}) B`);
    expect(text).toBe('A ![cat](aside-picture:id1/24x16) B');
    expect(kept).toEqual([{ id: 'id1', messageId: 'a', mime, width: 24, height: 16, data: readPicture(name) }]);
    expect(events.at(-1)).toEqual(END);
  });

  test('say that they are coming, but not without end', async () => {
    const { events } = await answer([...`![cat](${dataOf('photo.png')})`]);
    expect(events.filter(({ type }) => type === 'phase')).toEqual([{ type: 'phase', phase: 'receiving-picture' }]);
  });

  test('are shown where only the data stood, and closed where the answer broke off', async () => {
    expect((await answer(`Here: ${dataOf('photo.png')}`)).text).toBe('Here: ![](aside-picture:id1/24x16)');
    const stop: RunEvent = { type: 'stop' };
    expect((await answer(`![cat](${dataOf('photo.png').slice(0, -20)}`, stop)).text).toBe(
      '![cat](aside-picture:none/cut)',
    );
    expect((await answer(`![cat](<${dataOf('photo.png').slice(0, -20)}`, stop)).text).toBe(
      '![cat](<aside-picture:none/cut>)',
    );
  });

  test('that could not be stored, or are too many, say so', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const full = await answer(`![cat](${dataOf('photo.png')})`, END, () => Promise.reject(new Error('full')));
    warn.mockRestore();
    expect(full.text).toBe('![cat](aside-picture:none/unstored)');
    const many = await answer(`![cat](${dataOf('photo.png')})`.repeat(41));
    expect(many.kept).toHaveLength(40);
    expect(many.text).toContain('aside-picture:none/many');
  });

  test('are found where they are called something else, and where their size stands far behind', async () => {
    expect((await answer(`![x](${dataOf('photo.webp', 'jpeg')})`)).kept[0]?.mime).toBe('image/webp');
    const jpeg = atob(readPicture('photo.jpg'));
    const thumbnail = `\xff\xe2\xff\xff${'\0'.repeat(65_533)}`;
    const late = btoa(jpeg.slice(0, 2) + thumbnail.repeat(3) + jpeg.slice(2));
    expect((await answer(`![x](data:image/jpeg;base64,${late})`)).kept[0]).toMatchObject({
      width: 24,
      height: 16,
    });
  });

  test.each(hostile.payloads.map(({ name, text }) => [name, text] as const))(
    'hostile: %s: nothing is kept that is not a small raster picture, however it is cut',
    async (_name, text) => {
      const whole = await answer(text);
      for (const { mime, width, height } of whole.kept) {
        expect(mime).toMatch(/^image\/(png|jpeg|gif|webp|avif)$/);
        expect(width * height).toBeLessThanOrEqual(50_000_000);
      }
      expect(whole.text).not.toMatch(/data:image\/(png|jpeg|gif|webp|avif|svg\+xml);base64,[A-Za-z0-9+/]{60}/);
      for (let seed = 0; seed < 8; seed++) {
        expect((await answer(cutAnywhere(text, 1 + seed * 3, seeded(seed)))).text).toBe(whole.text);
      }
    },
  );
});
