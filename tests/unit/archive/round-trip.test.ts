import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyChats } from '../../support/archive/any-chats';
import { pack, unpack } from '../../support/archive/pack';

test('whatever chats there are, they come back from an archive as they were', async () => {
  await fc.assert(
    fc.asyncProperty(anyChats, async (chats) => {
      const read = await unpack(await pack(chats));
      expect(read).toEqual({ source: 'Aside', chats, unreadable: 0 });
    }),
    { numRuns: 60 },
  );
});

test('and from the JSON of an export', async () => {
  await fc.assert(
    fc.asyncProperty(anyChats, async (chats) => {
      const file = { format: 'aside-chats', version: 1, exportedAt: '2026-01-01T00:00:00.000Z', chats };
      expect((await unpack(new Blob([JSON.stringify(file)]))).chats).toEqual(chats);
    }),
    { numRuns: 60 },
  );
});

test('an export that is stopped ends at once', async () => {
  const stopped = new AbortController();
  stopped.abort(new Error('stopped'));
  const [chats = []] = fc.sample(
    anyChats.filter((found) => found.length > 2),
    { numRuns: 1, seed: 1 },
  );
  await expect(pack(chats, stopped.signal)).rejects.toThrow();
});
