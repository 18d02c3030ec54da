import { expect, test } from 'vitest';
import { buildPrompt } from '../../../lib/domain/prompt';
import type { ProviderId } from '../../../lib/domain/ids';
import { answerRow, questionRow, withText } from '../../support/rows';

test('an answer of another provider goes along word for word, and its thoughts stay where they are', () => {
  const other = { providerId: 'other' as ProviderId, model: 'm' };
  const first = answerRow('a0', 'q0', { modelRef: other });
  const thread = [
    withText(questionRow('q0', null), 'One?'),
    {
      message: first,
      parts: [{ type: 'reasoning', text: 'Hm.' } as const, { type: 'text', text: 'Yes.' } as const],
    },
    withText(questionRow('q1', 'a0'), 'Two?'),
  ];
  const { messages } = buildPrompt({ thread, snapshots: new Map() });
  expect(messages).toEqual([
    { role: 'user', text: 'One?' },
    { role: 'assistant', text: 'Yes.' },
    { role: 'user', text: 'Two?' },
  ]);
});
