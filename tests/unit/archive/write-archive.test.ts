import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { writeArchive } from '../../../lib/archive/write-archive';
import type { PictureId } from '../../../lib/domain/ids';
import { smallChat } from '../../support/archive/small-chat';
import { textParts } from '../../support/rows';

test('says of each picture that is not in it whether it could not be read or is gone', async () => {
  const chat = smallChat('a');
  const text = '![](aside-picture:unread/1x1) ![](aside-picture:gone/1x1) ![](aside-picture:gone-too/1x1)';
  const bodies = chat.bodies.map((body) => ({ ...body, parts: textParts(text) }));
  const chunks: Uint8Array[] = [];
  await writeArchive({
    source: {
      chats: (async function* () {
        yield { ...chat, bodies };
      })(),
      picture: async (id) => (id === ('unread' as PictureId) ? 'unreadable' : 'missing'),
    },
    to: new WritableStream({ write: (chunk) => void chunks.push(chunk) }),
    now: new Date(0),
    aside: '1.0.0',
    signal: new AbortController().signal,
  });
  const files = unzipSync(Buffer.concat(chunks));
  const manifest = JSON.parse(strFromU8(files['aside.json'] ?? new Uint8Array())) as Record<string, unknown>;
  expect(manifest).toMatchObject({ pictures: 0, unreadPictures: 1, missingPictures: 2 });
});
