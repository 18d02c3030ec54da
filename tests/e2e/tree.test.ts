import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer, lastAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

const focused = (panel: BrowserPage) => panel.evaluate(() => document.activeElement?.ariaLabel ?? '');

async function choose(panel: BrowserPage, menu: string, item: string): Promise<void> {
  await panel.getByRole('button', { name: menu, exact: true }).last().click();
  await panel.getByRole('menuitem', { name: item }).click();
}

describe.each(FAMILIES)('the tree of a chat in %s', (family) => {
  const aside = useAside(family);

  test('an answer in the middle is made again; the keys move between its versions, and the focus stays', async () => {
    await connectProvider(aside(), {
      provider: 'OpenAI-compatible',
      name: 'Echo',
      baseUrl: fake.url,
      model: 'echo',
    });
    const panel = await aside().openPanel();
    await ask(panel, 'Question about lamps');
    await finishedAnswer(panel, 'Echo');
    await ask(panel, 'Question about fog');
    await finishedAnswer(panel, 'Echo');
    await panel.getByRole('button', { name: 'Regenerate', exact: true }).first().click();
    await panel.waitForText('2 of 2');
    await finishedAnswer(panel, 'Echo');
    expect(await panel.getByRole('article').count()).toBe(2);
    await panel.getByRole('button', { name: 'Previous version' }).press('ArrowLeft');
    await panel.waitForText('1 of 2');
    await panel.waitForText('Question about fog');
    await expect.poll(() => focused(panel)).toBe('Next version');
    await panel.press('ArrowRight');
    await panel.waitForText('2 of 2');
    await expect.poll(() => focused(panel)).toBe('Previous version');
    await panel.press('ArrowLeft');
    await panel.waitForText('1 of 2');
  });

  test('an answer goes on while another branch is looked at, and a button leads back to it', async () => {
    const panel = await aside().openPanel();
    fake.setScenario('slow');
    await panel.getByRole('button', { name: 'Regenerate', exact: true }).last().click();
    await panel.waitForText('2 of 2');
    await panel.getByRole('button', { name: 'Previous version' }).last().click();
    await panel.waitForText('An answer is being written in another version.');
    await panel.getByRole('button', { name: 'Show it' }).click();
    await panel.getByRole('button', { name: 'Stop', exact: true }).click();
    fake.setScenario(null);
    await finishedAnswer(panel, 'Echo');
  });

  test('a question goes with its answers and comes back with Undo; what follows stays', async () => {
    const panel = await aside().openPanel();
    expect(await panel.getByRole('article').count()).toBe(4);
    await panel.getByRole('button', { name: 'Question menu' }).first().click();
    await panel.getByRole('menuitem', { name: 'Delete question and answer' }).click();
    await panel.waitForText('Question and answer deleted.');
    await expect.poll(() => panel.getByRole('article').count()).toBe(2);
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => panel.getByRole('article').count()).toBe(4);
    await choose(panel, 'Answer menu', 'Delete this version');
    await panel.waitForText('One message deleted.');
    await expect.poll(() => panel.getByRole('article').count()).toBe(4);
  });

  test('what is selected in an answer is quoted into the composer', async () => {
    const panel = await aside().openPanel();
    await lastAnswer(panel, 'Echo').waitForText('Question about fog');
    await panel.evaluate(() => {
      const text = [...document.querySelectorAll('article.answer .body p')].at(-1);
      if (text) getSelection()?.selectAllChildren(text);
    });
    await panel.getByRole('button', { name: 'Quote', exact: true }).click();
    const message = panel.getByRole('textbox', { name: 'Message' });
    await expect.poll(() => message.value()).toMatch(/^> .*Question about fog/);
    await expect.poll(() => focused(panel)).toBe('Message');
    await message.fill('');
  });

  test('a fork goes on from a message, and its source stays', async () => {
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'Answer menu', exact: true }).first().click();
    await panel.getByRole('menuitem', { name: 'Fork chat from here' }).click();
    await panel.getByRole('heading', { name: 'Question about lamps (fork)' }).waitFor();
    await expect.poll(() => panel.getByRole('article').count()).toBe(2);
    await ask(panel, 'Further');
    await finishedAnswer(panel, 'Echo');
    await panel.getByRole('button', { name: 'Chats', exact: true }).click();
    await panel
      .getByRole('list', { name: 'Chats' })
      .getByRole('button', { name: 'Question about lamps', exact: true })
      .click();
    await expect.poll(() => panel.getByRole('article').count()).toBe(4);
  });
});
