import { expect, it } from 'vitest';
import { messageBlocks } from '../../../components/chat/message-blocks';
import { copiedText } from '../../../lib/markdown/copy/copied-text';
import { answerRow, questionRow } from '../../support/rows';

const copied = (message: ReturnType<typeof answerRow>, text: string) =>
  copiedText(messageBlocks({ message, parts: [{ type: 'text', text }] }));

it('copies a question as it was written, and what it quotes without the marks', () => {
  expect(copied(questionRow('q', null), '> one\n> two\n\nWhy *so*?\nTell me.')).toBe(
    'one\ntwo\n\nWhy *so*?\nTell me.',
  );
});

it('copies an answer clean, a chart as its data', () => {
  const chart = {
    mark: 'bar',
    data: { values: [{ a: 'x', b: 1 }] },
    encoding: { x: { field: 'a' }, y: { field: 'b' } },
  };
  const text = `**Bold** [b1].\n\n- one\n\n\`\`\`vega-lite\n${JSON.stringify(chart)}\n\`\`\``;
  expect(copied(answerRow('a', 'q'), text)).toBe('Bold.\n\n- one\n\na\tb\nx\t1');
});
