import { describe, expect, test } from 'vitest';
import { describeSteps } from '../../../../lib/domain/whole-page/describe-steps';
import type { FindingPart, FindingState } from '../../../../lib/domain/whole-page/finding';

const of = (...states: FindingState[]): readonly FindingPart[] =>
  states.map((state, part) => ({ type: 'finding', part, state, text: '' }));
const live = { live: true, answered: false };
const ended = { live: false, answered: false };
const done = { live: false, answered: true };

describe('the steps of an answer over a whole page', () => {
  test('count what is read', () => {
    const { summary, steps, goOn } = describeSteps(of('read', 'empty', 'reading', 'waiting'), live);
    expect(summary).toBe('Reading the page: 2 of 4 parts read');
    expect(steps.map(({ words }) => words)).toEqual([
      'read',
      'read, nothing to the point',
      'being read…',
      'waiting',
    ]);
    expect(goOn).toBeNull();
    expect(describeSteps(of('read', 'empty'), live).summary).toBe('2 of 2 parts read. Writing the answer…');
  });

  test('say what is missing, and offer to go on without it', () => {
    const failed = { ...of('failed')[0], part: 1, error: { kind: 'context-length' } } as FindingPart;
    const one = describeSteps([...of('read'), failed], ended);
    expect(one.summary).toBe('1 of 2 parts of the page read');
    expect(one.steps[1]?.words).not.toBe('could not be read');
    expect(one.goOn).toBe('Go on without part 2');
    expect(describeSteps(of('read', 'reading', 'waiting'), ended).goOn).toBe('Go on without the 2 others');
    expect(describeSteps(of('read', 'reading', 'waiting'), ended).steps[1]?.words).toBe('not read yet');
    expect(describeSteps(of('failed', 'waiting'), ended).goOn).toBeNull();
  });

  test('sum up what the answer is from', () => {
    expect(describeSteps(of('read', 'read'), done).summary).toBe('Answered from all 2 parts of the page');
    expect(describeSteps(of('read', 'empty'), done).summary).toBe(
      'Answered from all 2 parts of the page, 1 of them to the point',
    );
    expect(describeSteps(of('read', 'left-out'), done).summary).toBe('Answered from 1 of 2 parts of the page');
  });
});
