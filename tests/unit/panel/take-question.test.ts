import { describe, expect, test } from 'vitest';
import type { PendingQuestion } from '../../../lib/domain/pending-question';
import { createQuestionTaker } from '../../../lib/panel/take-question';

function rig(readPage = false, text = '') {
  const log: string[] = [];
  const panel = {
    ask: async (question: string) => void log.push(`ask ${question}`),
    drafts: { text },
    session: {
      readPage,
      async setReadPage(on: boolean) {
        this.readPage = on;
        log.push(`read ${on}`);
      },
      pageContext: { refresh: async (on: boolean) => void log.push(`refresh ${on}`) },
    },
  };
  return { panel, log };
}
const pending = (action: PendingQuestion['action'], id = 'p'): PendingQuestion => ({
  id,
  selection: 'one\ntwo',
  tabId: 1,
  action,
});

describe('what comes from a page', () => {
  test('goes into the composer, a selection quoted, below what stands there', async () => {
    const { panel, log } = rig(true, 'Compare:  ');
    const takeQuestion = createQuestionTaker(panel);
    await takeQuestion(pending(null));
    expect(panel.drafts.text).toBe('Compare:\n\n> one\n> two\n\n');
    await takeQuestion(pending({ text: 'Explain it.', withPage: false, sendAtOnce: false }, 'p2'));
    expect(panel.drafts.text).toBe('Compare:\n\n> one\n> two\n\nExplain it.');
    expect(log).toEqual([]);
  });

  test('is asked at once where its action says so, the draft left alone', async () => {
    const { panel, log } = rig(false, 'A draft');
    await createQuestionTaker(panel)(pending({ text: 'Explain it.', withPage: false, sendAtOnce: true }));
    expect(log).toEqual(['ask Explain it.']);
    expect(panel.drafts.text).toBe('A draft');
  });

  test('takes the page along where its action says so, read before it is asked', async () => {
    const { panel, log } = rig();
    await createQuestionTaker(panel)(pending({ text: 'Sum up.', withPage: true, sendAtOnce: true }));
    expect(log).toEqual(['read true', 'refresh true', 'ask Sum up.']);
    const waiting = rig();
    await createQuestionTaker(waiting.panel)(pending({ text: 'Sum up.', withPage: true, sendAtOnce: false }));
    expect([waiting.log, waiting.panel.drafts.text]).toEqual([['read true'], 'Sum up.']);
  });

  test('is taken once, however often the browser tells of it', async () => {
    const { panel } = rig();
    const takeQuestion = createQuestionTaker(panel);
    await takeQuestion(pending(null));
    await takeQuestion(pending(null));
    expect(panel.drafts.text).toBe('> one\n> two\n\n');
  });
});
