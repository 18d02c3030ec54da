import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createRunWriter } from '../../../lib/engine/run-writer';
import { textParts } from '../../support/rows';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const never = () => {
  throw new Error('No write fails here.');
};

describe('a run writer', () => {
  test('writes the newest text at most every 250 ms, never two at once, and nothing after close', async () => {
    const step = fc.record({ note: fc.boolean(), wait: fc.nat(300), takes: fc.nat(600) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const starts: number[] = [];
        const written: string[] = [];
        let noted = '';
        let writing = 0;
        let takes = 0;
        const writer = createRunWriter(async (parts) => {
          expect((writing += 1)).toBe(1);
          starts.push(Date.now());
          written.push(parts[0]?.text ?? '');
          expect(written.at(-1)).toBe(noted);
          // eslint-disable-next-line no-restricted-syntax -- The clock is a fake one.
          await new Promise((resolve) => setTimeout(resolve, takes));
          writing -= 1;
        }, never);
        for (const [index, { note, wait, takes: duration }] of steps.entries()) {
          takes = duration;
          if (note) writer.note(textParts((noted = `${index}`)));
          await vi.advanceTimersByTimeAsync(wait);
        }
        await vi.advanceTimersByTimeAsync(2000);
        expect(written.at(-1) ?? '').toBe(noted);
        for (const [index, at] of starts.entries()) {
          if (index > 0) expect(at - (starts[index - 1] ?? 0)).toBeGreaterThanOrEqual(250);
        }
        const count = written.length;
        writer.note(textParts('late'));
        await writer.close();
        await vi.advanceTimersByTimeAsync(2000);
        expect(written).toHaveLength(count);
      }),
      { numRuns: 50 },
    );
  });

  test('waits in close for the write under way', async () => {
    let finish = (): void => undefined;
    const writer = createRunWriter(() => new Promise((resolve) => (finish = resolve)), never);
    writer.note(textParts('x'));
    await vi.advanceTimersByTimeAsync(250);
    let closed = false;
    const closing = writer.close().then(() => (closed = true));
    await vi.advanceTimersByTimeAsync(1000);
    expect(closed).toBe(false);
    finish();
    await closing;
  });

  test('tells of a failed write and tries again with the next text', async () => {
    const failures: unknown[] = [];
    const written: string[] = [];
    const writer = createRunWriter(
      async ([part]) => {
        if (part?.text === 'one') throw new Error('full');
        written.push(part?.text ?? '');
      },
      (reason) => failures.push(reason),
    );
    writer.note(textParts('one'));
    await vi.advanceTimersByTimeAsync(300);
    writer.note(textParts('two'));
    await vi.advanceTimersByTimeAsync(300);
    expect(failures).toEqual([new Error('full')]);
    expect(written).toEqual(['two']);
  });
});
