import { expect, test } from 'vitest';
import type { ContentPart } from '../../../../lib/domain/content';
import {
  findingsOf,
  hasRead,
  isSettled,
  leaveOutUnread,
  putFinding,
  sumUsage,
  type FindingPart,
  type FindingState,
} from '../../../../lib/domain/whole-page/finding';

const finding = (part: number, state: FindingState, text = ''): FindingPart => ({
  type: 'finding',
  part,
  state,
  text,
});
const text: ContentPart = { type: 'text', text: 'Answer.' };

test('the newest finding of a part takes its place, and all stand before the text', () => {
  const parts = putFinding(putFinding([text], finding(1, 'waiting')), finding(0, 'reading'));
  const read = putFinding(parts, finding(1, 'read', 'Notes.'));
  expect(read).toEqual([finding(0, 'reading'), finding(1, 'read', 'Notes.'), text]);
  expect(findingsOf(read)).toHaveLength(2);
});

test('what is not read is left out, what is read stays', () => {
  const parts = [finding(0, 'read', 'N'), finding(1, 'failed'), finding(2, 'waiting'), finding(3, 'empty'), text];
  const left = leaveOutUnread(parts);
  expect(findingsOf(left).map(({ state }) => state)).toEqual(['read', 'left-out', 'left-out', 'empty']);
  expect(findingsOf(left).every(isSettled)).toBe(true);
  expect(left.at(-1)).toBe(text);
});

test('something is read as soon as one part is, though it said nothing', () => {
  expect(hasRead([finding(0, 'failed'), finding(1, 'reading', 'half')])).toBe(false);
  expect(hasRead([finding(0, 'empty')])).toBe(true);
});

test('token counts add up, each kind for itself', () => {
  expect(sumUsage([null, undefined])).toBeNull();
  expect(sumUsage([{ inputTokens: 3, outputTokens: 1 }, null, { inputTokens: 4, cachedInputTokens: 2 }])).toEqual({
    inputTokens: 7,
    outputTokens: 1,
    cachedInputTokens: 2,
  });
});
