import { expect, test } from 'vitest';
import { estimateTokens } from '../../../../lib/domain/budget';
import { planParts } from '../../../../lib/domain/whole-page/plan';
import { combinePrompt, partPrompt } from '../../../../lib/domain/whole-page/prompts';
import { answerRow, block, MODEL, questionRow, snapshotRow, withText } from '../../../support/rows';

const blocks = Array.from({ length: 30 }, (_, index) => block(`b${index + 1}`, `Fact number ${index + 1}.`));
const page = snapshotRow('s', blocks, { omitted: ['b5'] });
const chosen = blocks.filter(({ id }) => id !== 'b5');
const plan = planParts(chosen, 100);
const ref = { snapshotId: page.id, title: page.title, url: page.url };
const thread = [
  withText(questionRow('q0', null, { page: ref }), 'What is it?'),
  withText(answerRow('a0', 'q0'), 'Facts [b1].'),
  withText(questionRow('q1', 'a0', { page: ref }), 'All of them?'),
];
const source = { thread, page, plan, budgetTokens: 1_000, modelRef: MODEL };
const textsOf = (part: number) => partPrompt(source, part).messages.map(({ text }) => text);

test('the parts together send every block that the user did not leave out, once', () => {
  const marks = plan.parts.flatMap(
    (_, part) =>
      textsOf(part)
        .at(-1)
        ?.match(/^\[b\d+\]/gm) ?? [],
  );
  expect(marks).toEqual(chosen.map(({ id }) => `[${id}]`));
  expect(plan.parts.length).toBeGreaterThan(2);
});

test('each part goes in the page’s fence, behind the end of the chat, which is the same for all', () => {
  const all = plan.parts.map((_, part) => textsOf(part));
  expect(new Set(all.map((texts) => JSON.stringify(texts.slice(0, -1)))).size).toBe(1);
  expect(all[0]?.slice(0, -1)).toEqual(['What is it?', 'Facts [b1].']);
  expect(all[1]?.at(-1)).toMatch(
    /^<page-fence>\nTitle: A page[^]*<\/page-fence>\n\nThis is part 2 of \d+[^]*All of them\?/,
  );
});

test('of a long chat only the newest turns go with a part', () => {
  const long = [
    withText(questionRow('q', null), 'x'.repeat(4_000)),
    withText(answerRow('a', 'q'), 'Yes.'),
    ...thread,
  ];
  const { messages } = partPrompt({ ...source, thread: long }, 0);
  expect(messages.map(({ text }) => text.slice(0, 11))).toEqual(['What is it?', 'Facts [b1].', '<page-fence']);
});

test('the last request has the chat and the notes, no page, and stays within the budget', () => {
  const findings = plan.parts.map(
    (_, part) => ({ type: 'finding', part, state: 'read', text: `Note ${part} [b1]. `.repeat(60) }) as const,
  );
  const { prompt, shortened } = combinePrompt(source, findings, null);
  expect(prompt.messages.at(-1)?.text).toContain('Part 1 of');
  expect(prompt.messages.at(-1)?.text).toMatch(/All of them\?$/);
  expect(JSON.stringify(prompt.messages)).not.toContain('<page-');
  expect(shortened).toBe(plan.parts.length);
  expect(prompt.messages.reduce((sum, { text }) => sum + estimateTokens(text), 0)).toBeLessThanOrEqual(1_000);
});

test('an answer that was begun is gone on with', () => {
  const { prompt } = combinePrompt(source, [], withText(answerRow('a1', 'q1'), 'There are'));
  expect(prompt.messages.at(-1)?.text).toMatch(/Continue it exactly[^]*There are$/);
});
