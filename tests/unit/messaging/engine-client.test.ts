import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Channel } from '../../../lib/messaging/channel';
import { createEngineClient } from '../../../lib/messaging/engine-client';
import type { RequestEnvelope } from '../../../lib/messaging/protocol';
import { createChannelPair, type TestChannel } from '../../support/channel-pair';
import { messageIdOf } from '../../support/rows';

const stop = { type: 'stop', messageId: messageIdOf('a') } as const;
const watch = { type: 'watch', chatId: null } as const;

/** A background that answers as `answer` says, and can be lost. */
function rig(answer: (request: RequestEnvelope, side: TestChannel, attempt: number) => void) {
  const backgrounds: TestChannel[] = [];
  const client = createEngineClient((): Channel => {
    const [panelSide, backgroundSide] = createChannelPair();
    const attempt = backgrounds.push(backgroundSide);
    backgroundSide.onMessage((message) => answer(message as RequestEnvelope, backgroundSide, attempt));
    return panelSide;
  });
  return { client, backgrounds };
}

const replyNull = ({ requestId }: RequestEnvelope, side: TestChannel) =>
  side.post({ type: 'reply', requestId, value: null });

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('an engine client', () => {
  test('opens no channel before it has something to ask, then keeps to one', async () => {
    const { client, backgrounds } = rig(replyNull);
    await vi.advanceTimersByTimeAsync(1000);
    expect(backgrounds).toHaveLength(0);
    expect(await Promise.all([client.request(stop), client.request(stop)])).toEqual([null, null]);
    expect(backgrounds).toHaveLength(1);
  });

  test('gives each request its own reply, in whatever order they come', async () => {
    const waiting: RequestEnvelope[] = [];
    const { client } = rig((request, side) => {
      if (waiting.push(request) < 2) return;
      for (const { requestId, request: asked } of waiting.toReversed()) {
        side.post({ type: 'reply', requestId, value: asked.type });
      }
    });
    expect(await Promise.all([client.request(stop), client.request(watch)])).toEqual(['stop', 'watch']);
  });

  test('rejects with the background’s own failure', async () => {
    const { client } = rig(({ requestId }, side) =>
      side.post({ type: 'failure', requestId, error: { kind: 'page-empty' } }),
    );
    await expect(client.request(stop)).rejects.toMatchObject({ chatError: { kind: 'page-empty' } });
  });

  test('sends again what was not answered when the channel was lost', async () => {
    const seen: string[] = [];
    const { client, backgrounds } = rig((request, side, attempt) => {
      seen.push(`${attempt} ${request.request.type}`);
      if (attempt > 1) replyNull(request, side);
    });
    const asked = client.request(stop);
    await vi.advanceTimersByTimeAsync(0);
    backgrounds[0]?.close();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await asked).toBeNull();
    expect(seen).toEqual(['1 stop', '2 stop']);
  });

  test('watches again first on a new channel, then sends what waits', async () => {
    const seen: string[] = [];
    const { client, backgrounds } = rig((request, side, attempt) => {
      seen.push(`${attempt} ${request.request.type}`);
      if (attempt > 1 || request.request.type === 'watch') replyNull(request, side);
    });
    client.onOpen(() => void client.request(watch));
    const asked = client.request(stop);
    await vi.advanceTimersByTimeAsync(0);
    backgrounds[0]?.close();
    await vi.advanceTimersByTimeAsync(5000);
    await asked;
    expect(seen).toEqual(['1 watch', '1 stop', '2 watch', '2 stop']);
  });

  test('stays closed while it has nothing to ask, and wakes with the next request', async () => {
    const { client, backgrounds } = rig(replyNull);
    let lost = 0;
    client.onDisconnect(() => (lost += 1));
    await client.request(stop);
    backgrounds[0]?.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(backgrounds).toHaveLength(1);
    expect(lost).toBe(1);
    await client.request(stop);
    expect(backgrounds).toHaveLength(2);
  });

  test('gives up after five attempts, though each opening brings a request of its own', async () => {
    const { client, backgrounds } = rig((_request, side) => side.close());
    const watches: Promise<unknown>[] = [];
    client.onOpen(() => watches.push(client.request(watch).catch(() => 'given up')));
    const asked = client.request(stop).catch((reason: unknown) => reason);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await asked).toMatchObject({ chatError: { kind: 'background-stopped' } });
    expect(backgrounds).toHaveLength(5);
    expect(new Set(await Promise.all(watches))).toEqual(new Set(['given up']));
  });

  test('can ask again after it gave up', async () => {
    let dead = true;
    const { client } = rig((request, side) => (dead ? side.close() : replyNull(request, side)));
    const asked = client.request(stop).catch(() => 'given up');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await asked).toBe('given up');
    dead = false;
    expect(await client.request(stop)).toBeNull();
  });

  test('says that Aside was updated where no channel can be opened, each time it is asked and at once', async () => {
    const invalidated = new Error('Extension context invalidated.');
    const connect = vi.fn(() => {
      throw invalidated;
    });
    const client = createEngineClient(connect);
    for (const request of [stop, watch]) {
      const asked = client.request(request);
      await expect(asked).rejects.toMatchObject({ chatError: { kind: 'updated' }, cause: invalidated });
    }
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connect).toHaveBeenCalledTimes(2);
  });

  test('says so too where the update cut off a channel that still seemed open', async () => {
    const client = createEngineClient(() => ({
      post: () => {
        throw new Error('Extension context invalidated.');
      },
      onMessage: () => undefined,
      onClose: () => undefined,
      close: () => undefined,
    }));
    await expect(client.request(stop)).rejects.toMatchObject({ chatError: { kind: 'updated' } });
  });

  test('gives up what was waiting when the update came, without trying for ever', async () => {
    let updated = false;
    let opened = 0;
    const sides: TestChannel[] = [];
    const client = createEngineClient((): Channel => {
      opened += 1;
      if (updated) throw new Error('Extension context invalidated.');
      const [panelSide, backgroundSide] = createChannelPair();
      sides.push(backgroundSide);
      return panelSide;
    });
    const asked = [client.request(stop), client.request(watch)].map((one) =>
      one.catch((reason: unknown) => reason),
    );
    await vi.advanceTimersByTimeAsync(0);
    updated = true;
    sides[0]?.close();
    await vi.advanceTimersByTimeAsync(60_000);
    for (const reason of await Promise.all(asked))
      expect(reason).toMatchObject({ chatError: { kind: 'updated' } });
    expect(opened).toBe(3);
  });

  test('hands on what the background pushes, and not replies', async () => {
    const pushed: unknown[] = [];
    const { client, backgrounds } = rig(replyNull);
    client.onPush((message) => pushed.push(message));
    await client.request(stop);
    const push = { type: 'run-batch', batch: { seq: 1 } };
    backgrounds[0]?.post(push);
    backgrounds[0]?.post({ type: 'reply', requestId: 99, value: null });
    await vi.advanceTimersByTimeAsync(0);
    expect(pushed).toEqual([push]);
  });

  test('closed on purpose it does not come back by itself', async () => {
    const { client, backgrounds } = rig(() => undefined);
    void client.request(stop).catch(() => undefined);
    client.close();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(backgrounds).toHaveLength(1);
    expect(backgrounds[0]?.isOpen()).toBe(false);
  });
});
