import { describe, expect, test } from 'vitest';
import { SYSTEM_TEXT } from '../../../lib/domain/prompt';
import type { Persona } from '../../../lib/domain/persona';
import { createRequestViews } from '../../../lib/engine/view-requests';
import { createPageSource } from '../../../lib/engine/capture-page';
import type { Provider, ProviderRequest } from '../../../lib/providers/provider';
import { createEngineRig, sendRequest } from '../../support/engine-rig';
import { chatIdOf, messageIdOf, MODEL } from '../../support/rows';

const TOLD = { instructions: 'Answer in rhyme.', temperature: 0.2 } as const;
const OWL: Persona = { id: 'owl', name: 'Owl', avatar: '🦉', modelRef: null, parameters: {} };

function setUp(refusal?: string) {
  const requests: ProviderRequest[] = [];
  const provider: Provider = async function* (request) {
    requests.push(request);
    if (refusal !== undefined) yield { type: 'error', error: { kind: 'bad-request', detail: refusal } };
    else {
      yield { type: 'text-delta', text: 'Yes.' };
      yield { type: 'end', reason: 'complete' };
    }
  };
  const rig = createEngineRig({ provider });
  const ended = async (id: string) => {
    await expect.poll(async () => (await rig.store.message(messageIdOf(id)))?.status).not.toBe('streaming');
    return rig.store.message(messageIdOf(id));
  };
  return { ...rig, requests, ended };
}

describe('parameters of a question', () => {
  test('go to the provider, the instructions after the system text, and stay with the answer', async () => {
    const { engine, store, requests, ended } = setUp();
    await engine.send(sendRequest({ parameters: TOLD, chatParameters: TOLD, persona: OWL }));
    const answer = await ended('a1');
    expect(requests[0]).toMatchObject({
      system: `${SYSTEM_TEXT}\n\nAnswer in rhyme.`,
      parameters: { temperature: 0.2 },
    });
    expect(requests[0]?.parameters).not.toHaveProperty('instructions');
    expect(answer).toMatchObject({ parameters: TOLD, assistantName: 'Owl' });
    expect(await store.chat(chatIdOf('c'))).toMatchObject({ parameters: TOLD, persona: OWL, personaId: 'owl' });
    const pages = createPageSource({ store, readTab: () => Promise.reject(new Error('none')) });
    const views = createRequestViews({
      store,
      pages,
      resolveModel: async () => ({ provider: async function* () {}, assistantName: 'M', host: 'h' }),
    });
    expect(await views.sent(messageIdOf('a1'))).toMatchObject({
      exact: true,
      system: `${SYSTEM_TEXT}\n\nAnswer in rhyme.`,
      parameters: TOLD,
    });
    const draft = { chatId: null, text: 'Q?', modelRef: MODEL, page: null, parameters: TOLD };
    expect(await views.preview(draft)).toMatchObject({ system: requests[0]?.system, parameters: TOLD });
  });

  test('are those of each request: another answer has its own', async () => {
    const { engine, store, requests, ended } = setUp();
    await engine.send(sendRequest({ parameters: TOLD, chatParameters: TOLD }));
    await ended('a1');
    await engine.regenerate({
      messageId: messageIdOf('a1'),
      answerId: messageIdOf('a2'),
      modelRef: MODEL,
      page: null,
    });
    expect((await ended('a2'))?.parameters).toBeUndefined();
    expect(requests[1]).toMatchObject({ system: SYSTEM_TEXT, parameters: {} });
    expect((await store.chat(chatIdOf('c')))?.parameters).toEqual(TOLD);
  });

  test('one that the server refuses is named', async () => {
    const { engine, ended } = setUp("Unsupported parameter: 'temperature' is not supported with this model.");
    await engine.send(sendRequest({ parameters: TOLD }));
    expect((await ended('a1'))?.error).toMatchObject({ kind: 'bad-request', parameter: 'temperature' });
  });
});
