import { beforeEach, describe, expect, test } from 'vitest';
import type { ContentPart } from '../../../lib/domain/content';
import { keepShownText } from '../../../lib/engine/keep-shown-text';
import { settleDeadRuns } from '../../../lib/engine/settle-dead-runs';
import { createMemoryChatStore, type MemoryChatStore } from '../../support/memory-chat-store';
import { answerRow, messageIdOf, textParts, turnRows } from '../../support/rows';

const A = messageIdOf('a');
const DEAD = { ...turnRows().run, ownerId: 'dead' };

describe('what was shown of an answer when its background died', () => {
  let store: MemoryChatStore;
  beforeEach(async () => {
    store = createMemoryChatStore();
    await store.beginTurn({ ...turnRows(), run: DEAD });
    await store.checkpoint({ run: DEAD, parts: textParts('One two') });
  });

  const settle = () => settleDeadRuns(store, 'me', 7000);
  const offer = (parts: readonly ContentPart[], now = 8000) => keepShownText(store, { messageId: A, parts }, now);
  const stored = () => store.rows.bodies.get(A)?.parts;

  test('is kept, and the row tells panels to read it again', async () => {
    await settle();
    await offer(textParts('One two three'));
    expect(stored()).toEqual(textParts('One two three'));
    expect(await store.message(A)).toMatchObject({
      status: 'interrupted',
      error: { kind: 'background-stopped' },
      finishedAt: 8000,
    });
  });

  test('is kept where no checkpoint came at all', async () => {
    await store.checkpoint({ run: DEAD, parts: [] });
    await settle();
    await offer(textParts('One'));
    expect(stored()).toEqual(textParts('One'));
  });

  test('changes nothing where it is not longer, or not the same text', async () => {
    await settle();
    for (const parts of [[], textParts('One'), textParts('One two'), textParts('One six seven eight')]) {
      await offer(parts);
      expect(stored()).toEqual(textParts('One two'));
    }
    expect((await store.message(A))?.finishedAt).toBe(7000);
  });

  test('may come from several panels in any order: the longest stays', async () => {
    await settle();
    for (const text of ['One two three', 'One two three four', 'One two th']) await offer(textParts(text));
    expect(stored()).toEqual(textParts('One two three four'));
  });

  test('changes no answer that lives, was continued, ended otherwise or is not there', async () => {
    await offer(textParts('One two three'));
    expect(stored()).toEqual(textParts('One two'));
    await store.finishRun(DEAD, answerRow('a', 'q', { status: 'stopped' }), textParts('One two'));
    await offer(textParts('One two three'));
    expect(stored()).toEqual(textParts('One two'));
    await keepShownText(store, { messageId: messageIdOf('none'), parts: textParts('One') }, 1);
    expect(store.rows.bodies.has(messageIdOf('none'))).toBe(false);
  });
});
