import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rememberThread } from '../../../../lib/domain/memory/remember-thread';
import { buildPrompt } from '../../../../lib/domain/prompt';
import { answerRow, block, questionRow, snapshotRow, summaryRow, withText } from '../../../support/rows';

const page = snapshotRow('s1', [block('b1', 'It opened in 1932.')]);
const snapshots = new Map([[page.id, page]]);

/** A branch of questions and answers of so many tokens each, its last a question. */
function threadOf(sizes: readonly number[]) {
  const ref = { snapshotId: page.id, title: page.title, url: page.url };
  return sizes.map((tokens, index) => {
    const id = `m${index}`;
    const text = `${id} `.padEnd(tokens * 4, '.');
    const parent = index === 0 ? null : `m${index - 1}`;
    return withText(
      index % 2 === 0
        ? questionRow(id, parent, { page: index === 2 ? ref : null })
        : answerRow(id, parent ?? 'none'),
      text,
    );
  });
}

describe('rememberThread', () => {
  test('begins where the first message of the prompt is', () => {
    const sizes = fc.array(fc.integer({ min: 2, max: 100 }), { minLength: 1, maxLength: 31 });
    fc.assert(
      fc.property(sizes, fc.boolean(), (all, hasSummary) => {
        const thread = threadOf(all.length % 2 === 0 ? all.slice(1) : all);
        const upTo = thread[1]?.message.id;
        const summary = hasSummary && upTo !== undefined ? { ...summaryRow('s'), upTo } : null;
        const source = { thread, snapshots, budgetTokens: 300, summary };
        const { firstSeen, start, summarised } = rememberThread(source);
        const { messages, leftOut } = buildPrompt(source);
        expect(leftOut.firstSeen).toBe(firstSeen);
        expect(leftOut.turns).toBe(start - summarised);
        expect(messages[0]?.text).toContain(`${firstSeen ?? 'm0'} `);
        for (const { message } of thread.slice(0, start)) {
          expect(messages.some(({ text }) => text.includes(`${message.id} .`))).toBe(false);
        }
      }),
    );
  });
});
