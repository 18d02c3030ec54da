import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCappedStream } from '../../../lib/markdown/capped-stream';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';
import { plainText } from '../../../lib/markdown/plain-text';

const PART = '## A **heading**\r\n\nWords with `code` and *more* 😀.\n\n- one\n- two\n\n';
const CAP = 1_000;

function streamed(text: string, sizes: readonly number[]) {
  const stream = createCappedStream(CAP);
  let at = 0;
  for (let turn = 0; at < text.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    stream.append(text.slice(at, at + size));
    at += size;
  }
  return stream.finish().finished;
}

describe('an answer that is longer than the cap', () => {
  const text = PART.repeat(400);

  it('is Markdown up to there and then as it was written, to its end', () => {
    const blocks = streamed(text, [text.length]);
    const words = plainText(blocks);
    expect(blocks.slice(0, 3)).toEqual(parseMarkdown(PART));
    expect(words.startsWith('A heading\nWords with code')).toBe(true);
    expect(words.endsWith(PART.trim().replaceAll('\r', ''))).toBe(true);
    expect(words.split('Words with').length).toBe(401);
    expect(blocks.length).toBeLessThan(60);
    expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
  });

  it('ends the same however it is cut', () => {
    const whole = streamed(text, [text.length]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 5 }), (sizes) => {
        expect(streamed(text, sizes)).toEqual(whole);
      }),
      { numRuns: 25 },
    );
  });

  it('is cut within a line that does not end', () => {
    const line = 'word '.repeat(10_000);
    const blocks = streamed(line, [777]);
    expect(blocks).toEqual(streamed(line, [line.length]));
    expect(plainText(blocks).replaceAll(/\s/g, '')).toBe(line.replaceAll(' ', ''));
  });

  it('keeps what is finished the same objects while more comes', () => {
    const stream = createCappedStream(CAP);
    stream.append(text.slice(0, 20_000));
    const before = [...stream.append('More.').finished];
    const { finished } = stream.append(text);
    expect(before.length).toBeGreaterThan(4);
    for (const [index, block] of before.entries()) expect(finished[index]).toBe(block);
  });
});

it('an answer below the cap is read as it always is', () => {
  const stream = createCappedStream();
  stream.append(PART);
  stream.append(PART);
  expect(stream.finish().finished).toEqual(parseMarkdown(PART + PART));
});
