import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createUpdateGate } from '../../../lib/platform/updates';

/** A browser's runtime that can offer an update and counts reloads. */
function rig() {
  const listeners: (() => void)[] = [];
  const reload = vi.fn();
  const gate = createUpdateGate({
    onUpdateAvailable: { addListener: (listener) => void listeners.push(listener) },
    reload,
  });
  return { ...gate, reload, listeners, offer: () => listeners.forEach((listener) => listener()) };
}

const later = (ms = 60_000) => vi.advanceTimersByTime(ms);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubEnv('BROWSER', 'firefox');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('in Firefox', () => {
  test('nothing is reloaded without an update', () => {
    const { answering, asked, reload } = rig();
    answering(true);
    answering(false);
    asked();
    later();
    expect(reload).not.toHaveBeenCalled();
  });

  test('an update that comes while nothing is answered is let in', () => {
    const { offer, reload } = rig();
    offer();
    later();
    expect(reload).toHaveBeenCalledOnce();
  });

  test('an update waits for the last answer to end, and is then let in once', () => {
    const { answering, offer, reload } = rig();
    answering(true);
    offer();
    later();
    expect(reload).not.toHaveBeenCalled();
    answering(false);
    later();
    expect(reload).toHaveBeenCalledOnce();
  });

  test('it waits on when a queued question begins as soon as an answer has ended', () => {
    const { answering, offer, reload } = rig();
    answering(true);
    offer();
    answering(false);
    later(50);
    answering(true);
    later();
    expect(reload).not.toHaveBeenCalled();
  });

  test('what a panel has just asked gets the time to become an answer', () => {
    const { answering, asked, offer, reload } = rig();
    offer();
    later(1_900);
    asked();
    later(1_900);
    expect(reload).not.toHaveBeenCalled();
    answering(true);
    later();
    expect(reload).not.toHaveBeenCalled();
  });

  test('a second, newer update changes nothing', () => {
    const { answering, offer, reload } = rig();
    answering(true);
    offer();
    offer();
    answering(false);
    later();
    expect(reload).toHaveBeenCalledOnce();
  });
});

test('elsewhere nobody listens: the browser waits by itself', () => {
  vi.stubEnv('BROWSER', 'chrome');
  const { answering, asked, offer, reload, listeners } = rig();
  offer();
  answering(true);
  answering(false);
  asked();
  later();
  expect(listeners).toHaveLength(0);
  expect(reload).not.toHaveBeenCalled();
});
