import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ChatFailure } from '../../../lib/domain/errors';
import { createEngineClient } from '../../../lib/messaging/engine-client';
import { hostPanel, type HostedPanel, type RequestHandlers } from '../../../lib/messaging/panel-host';
import { panelRequest, requestEnvelope } from '../../../lib/messaging/protocol';
import type { Channel } from '../../../lib/messaging/channel';
import { createChannelPair } from '../../support/channel-pair';
import { chatIdOf, messageIdOf } from '../../support/rows';

const stop = { type: 'stop', messageId: messageIdOf('a') } as const;
const types = panelRequest.options.map(({ entries }) => entries.type.literal);

/** Handlers that note what reaches them and answer with nothing, but for those given. */
function handlersWith(more: Partial<RequestHandlers> = {}): { handlers: RequestHandlers; reached: unknown[] } {
  const reached: unknown[] = [];
  const note = (request: unknown) => {
    reached.push(request);
    return null;
  };
  const all = Object.fromEntries(types.map((type) => [type, note]));
  return { handlers: { ...(all as unknown as RequestHandlers), ...more }, reached };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => vi.restoreAllMocks());

/** Hosts a panel and collects what it is sent. */
function hosted(more: Partial<RequestHandlers> = {}) {
  const [panelSide, backgroundSide] = createChannelPair();
  const { handlers, reached } = handlersWith(more);
  hostPanel(backgroundSide, handlers);
  const replies: unknown[] = [];
  panelSide.onMessage((message) => replies.push(message));
  return { panelSide, reached, replies };
}

describe('a hosted panel', () => {
  test('is answered by the handler of its request, through a real client', async () => {
    const { handlers } = handlersWith({
      'unlock-keys': ({ passphrase }) => passphrase === 'right',
      stop: () => Promise.reject(new ChatFailure({ kind: 'storage' })),
    });
    const client = createEngineClient((): Channel => {
      const [panelSide, backgroundSide] = createChannelPair();
      hostPanel(backgroundSide, handlers);
      return panelSide;
    });
    const unlock = { type: 'unlock-keys', passphrase: 'right' } as const;
    expect(await client.request(unlock)).toBe(true);
    await expect(client.request(stop)).rejects.toMatchObject({ chatError: { kind: 'storage' } });
  });

  test('that sends anything at all reaches no handler, and is served on', async () => {
    const { panelSide, reached, replies } = hosted();
    const requestish = fc.record({ requestId: fc.anything(), request: fc.anything() });
    const nearly = fc.record({
      requestId: fc.nat(),
      request: fc.record(
        {
          type: fc.constantFrom(...types, 'toString', '__proto__', 'constructor'),
          chatId: fc.anything(),
          text: fc.anything(),
        },
        { requiredKeys: ['type'] },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything(), requestish, nearly), async (message) => {
        reached.length = 0;
        try {
          structuredClone(message);
        } catch {
          return;
        }
        panelSide.post(message);
        await settle();
        for (const request of reached) expect(types).toContain((request as { type: string }).type);
        const valid = requestEnvelope['~run']({ value: structuredClone(message) }, {}).issues === undefined;
        expect(reached).toHaveLength(valid ? 1 : 0);
      }),
      { numRuns: 300 },
    );
    reached.length = 0;
    panelSide.post({ requestId: 7, request: stop });
    await settle();
    expect(reached).toEqual([stop]);
    expect(replies.at(-1)).toEqual({ type: 'reply', requestId: 7, value: null });
  });

  test.each([
    ['an unknown type', { type: 'read-key', providerId: 'p', host: 'h' }],
    [
      'an empty question',
      {
        type: 'send',
        chatId: 'c',
        messageId: 'q',
        answerId: 'a',
        text: ' \n',
        modelRef: { providerId: 'p', model: 'm' },
        readPage: null,
        page: null,
      },
    ],
    ['an id that is no word', { type: 'stop', messageId: 5 }],
    ['an id that is endless', { type: 'stop', messageId: 'x'.repeat(101) }],
    ['a rating of two', { type: 'rate', messageId: 'a', rating: 2, comment: null }],
    ['a tab below zero', { type: 'capture-page', tabId: -1, chatId: null }],
    ['an empty key', { type: 'save-key', providerId: 'p', host: 'h', value: '' }],
  ])('is refused %s and hears of it', async (_what, request) => {
    const { panelSide, reached, replies } = hosted();
    panelSide.post({ requestId: 3, request });
    await settle();
    expect(reached).toEqual([]);
    expect(replies).toMatchObject([{ type: 'failure', requestId: 3, error: { kind: 'unknown' } }]);
  });

  test('hears of whatever a handler throws, as plain data', async () => {
    const { panelSide, replies } = hosted({
      stop: () => {
        throw new TypeError('x is not a function');
      },
    });
    panelSide.post({ requestId: 1, request: stop });
    await settle();
    const error = { kind: 'unknown', detail: 'x is not a function' };
    expect(replies).toEqual([{ type: 'failure', requestId: 1, error }]);
  });

  test('watches one chat at a time, and none when it is gone', async () => {
    const log: string[] = [];
    const { panelSide } = hosted({
      watch: ({ chatId }, panel) => {
        log.push(`open ${chatId}`);
        panel.watch(() => log.push(`close ${chatId}`));
        return [];
      },
    });
    for (const id of ['c', 'd'])
      panelSide.post({ requestId: 1, request: { type: 'watch', chatId: chatIdOf(id) } });
    await settle();
    expect(log).toEqual(['open c', 'open d', 'close c']);
    panelSide.close();
    await settle();
    expect(log.at(-1)).toBe('close d');
  });

  test('that is gone before its watch begins leaves none behind', async () => {
    let begin = (): void => undefined;
    let hostedPanel: HostedPanel | undefined;
    let closed = false;
    const { panelSide } = hosted({
      watch: async (_request, panel) => {
        hostedPanel = panel;
        await new Promise<void>((resolve) => (begin = resolve));
        panel.watch(() => (closed = true));
        return [];
      },
    });
    panelSide.post({ requestId: 1, request: { type: 'watch', chatId: chatIdOf('c') } });
    await settle();
    panelSide.close();
    await settle();
    begin();
    await settle();
    expect(hostedPanel).toBeDefined();
    expect(closed).toBe(true);
  });
});
