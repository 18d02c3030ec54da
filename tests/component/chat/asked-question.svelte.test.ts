import { tick } from 'svelte';
import { expect, it, onTestFinished } from 'vitest';
import { AskedQuestion } from '../../../components/chat/asked-question.svelte';
import { answerRow, questionRow } from '../../support/rows';

const first = [questionRow('q', null), answerRow('a', 'q')];
const second = [...first, questionRow('q2', 'a'), answerRow('a2', 'q2')];
const other = [questionRow('p', null), answerRow('b', 'p')];

it('brings a question to the top that was asked on view, and none that was there before on whichever branch', async () => {
  const turn = document.createElement('section');
  turn.id = 'turn-q2';
  document.body.append(turn);
  onTestFinished(() => turn.remove());
  const done: string[] = [];
  const asked = new AskedQuestion({ toEnd: async () => void done.push('end'), toTop: ({ id }) => done.push(id) });
  asked.look([...first, ...other], first, false);
  expect(done).toEqual(['end']);
  asked.look([...first, ...other], other, false);
  asked.look([...second, ...other], second, true);
  await tick();
  expect(done).toEqual(['end', 'turn-q2']);
  expect(asked.current).toBe('q2');
  asked.look([...second, ...other], other, true);
  asked.look([...second, ...other], second, true);
  await tick();
  expect(done).toHaveLength(2);
});
