import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FilePart } from '../../../../lib/domain/attachments/attached';
import { picturePart } from '../../../../lib/domain/attachments/picture-part';
import type { PictureId } from '../../../../lib/domain/ids';
import type { Picture } from '../../../../lib/domain/pictures/picture';
import { FRAME_MS } from '../../../../lib/engine/live-run';
import { createPageSource } from '../../../../lib/engine/capture-page';
import { createRequestViews } from '../../../../lib/engine/view-requests';
import { createTreeCommands } from '../../../../lib/engine/tree-commands';
import { createEngineRig, sendRequest, type EngineRig } from '../../../support/engine-rig';
import { chatIdOf, messageIdOf, MODEL, numberedIds } from '../../../support/rows';
import { createScriptedProvider, type ScriptedProvider } from '../../../support/scripted-provider';

const CHAT = chatIdOf('c');
const Q1 = messageIdOf('q1');
const A1 = messageIdOf('a1');
const A2 = messageIdOf('a2');
const frame = () => vi.advanceTimersByTimeAsync(FRAME_MS);

const DRAFT: Picture = {
  id: 'p1' as PictureId,
  messageId: messageIdOf('draft-p1'),
  mime: 'image/png',
  width: 4,
  height: 3,
  data: 'AAAA',
  draftAt: 1,
};
const cat = picturePart(DRAFT, 'cat.png');
const file: FilePart = { type: 'file', name: 'a.csv', origin: 'file', fence: 'x9', text: 'a,b' };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('attachments of a question', () => {
  let script: ScriptedProvider;
  let rig: EngineRig;
  let sees: boolean | undefined;

  const resolveModel = async () => ({
    provider: script.provider,
    assistantName: 'Model',
    host: 'model.example',
    seesImages: sees,
  });
  const readTab = () => Promise.reject(new Error('No tab to read.'));

  beforeEach(async () => {
    script = createScriptedProvider();
    sees = undefined;
    rig = createEngineRig({ provider: script.provider, resolveModel });
    await rig.store.putDraftPicture(DRAFT);
  });

  const views = () =>
    createRequestViews({
      store: rig.store,
      pages: createPageSource({ store: rig.store, readTab }),
      resolveModel,
      newId: numberedIds(),
    });

  async function ask(more: Parameters<typeof sendRequest>[0], number = 1): Promise<void> {
    await rig.engine.send(sendRequest(more, number));
    await frame();
    script.say('Yes.');
    script.end();
    await frame();
  }

  const lastTurn = () => script.requests.at(-1)?.messages.at(-1);
  const partsOf = async (id: string) => (await rig.store.thread(messageIdOf(id))).at(-1)?.parts ?? [];

  test('go with it, and its pictures are its own from then on', async () => {
    await ask({ text: 'What is it?', attached: [cat, file] });
    expect(lastTurn()?.pictures).toMatchObject([{ mime: 'image/png', data: 'AAAA' }]);
    expect(lastTurn()?.text).toMatch(/^<file-x9>\n[^]*\na,b\n<\/file-x9>\n\nWhat is it\?$/);
    const { draftAt: _draftAt, ...kept } = DRAFT;
    expect(await rig.store.pictures([DRAFT.id])).toEqual([{ ...kept, messageId: Q1 }]);
    expect(await partsOf('q1')).toEqual([cat, file, { type: 'text', text: 'What is it?' }]);
  });

  test('go again with later questions, and show before and after as what was sent', async () => {
    await ask({ text: 'What is it?', attached: [cat] });
    const before = await views().preview({ chatId: CHAT, text: 'Question 2?', modelRef: MODEL, page: null });
    await ask({}, 2);
    const pictures = script.requests.at(-1)?.messages.map((message) => message.pictures?.length ?? 0);
    expect(pictures).toEqual([1, 0, 0]);
    expect(before.messages.map(({ shown = [] }) => shown.map(({ id, name }) => [id, name]))).toEqual([
      [['p1', 'cat.png']],
      [],
      [],
    ]);
    for (const id of [A1, A2]) expect(await views().sent(id)).toMatchObject({ exact: true });
    expect((await views().sent(A2))?.messages).toEqual(before.messages);
  });

  test('need no words, and name the chat', async () => {
    await ask({ text: '', attached: [cat] });
    expect(lastTurn()).toMatchObject({ text: '', pictures: [{ data: 'AAAA' }] });
    expect(await partsOf('q1')).toEqual([cat]);
    expect(await rig.store.chat(CHAT)).toMatchObject({ title: 'cat.png' });
  });

  test('are copied into another version of the question and into a fork, so that each has its own', async () => {
    await ask({ attached: [cat] });
    await ask({ attached: [cat], replaces: Q1 }, 2);
    expect(lastTurn()?.pictures).toMatchObject([{ data: 'AAAA' }]);
    const ofFirst = await rig.store.picturesOf([Q1]);
    const ofSecond = await rig.store.picturesOf([messageIdOf('q2')]);
    expect([ofFirst.length, ofSecond.length, ofFirst[0]?.id === ofSecond[0]?.id]).toEqual([1, 1, false]);

    const tree = createTreeCommands({ store: rig.store, engine: rig.engine, newId: numberedIds() });
    await tree.fork(A2, chatIdOf('d'));
    const fork = await rig.store.chat(chatIdOf('d'));
    const branch = await rig.store.thread(fork?.leafId ?? A2);
    const [question] = branch;
    const own = await rig.store.picturesOf(question === undefined ? [] : [question.message.id]);
    expect(own).toHaveLength(1);
    expect(question?.parts[0]).toEqual(picturePart(own[0] ?? DRAFT, 'cat.png'));
  });

  test('wait with a question that waits', async () => {
    await rig.engine.send(sendRequest({}, 1));
    await frame();
    await rig.engine.send(sendRequest({ attached: [cat] }, 2));
    expect((await rig.store.chat(CHAT))?.queue).toMatchObject([{ attached: [cat] }]);
    script.end();
    await frame();
    await frame();
    expect(lastTurn()?.pictures).toMatchObject([{ data: 'AAAA' }]);
  });

  test('a model that can’t see is not asked about a picture, and is told of earlier ones by their names', async () => {
    sees = false;
    await rig.engine.send(sendRequest({ attached: [cat] }));
    await frame();
    expect(script.requests).toEqual([]);
    expect(await rig.store.message(A1)).toMatchObject({ status: 'failed', error: { kind: 'cannot-see' } });
    await ask({}, 2);
    expect(script.requests.at(-1)?.messages).toEqual([
      { role: 'user', text: '[Picture: cat.png]\n\nQuestion 1?\n\nQuestion 2?' },
    ]);
    expect(await rig.store.message(A2)).toMatchObject({ sent: { blind: true } });
    sees = true;
    expect(await views().sent(A2)).toMatchObject({ exact: true });
  });

  test('a picture that is gone goes as its name', async () => {
    await rig.store.dropDraftPicture(DRAFT.id);
    await ask({ attached: [cat] });
    expect(lastTurn()).toEqual({ role: 'user', text: '[Picture: cat.png]\n\nQuestion 1?' });
  });
});
