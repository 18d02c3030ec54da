import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer, lastAnswer } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

describe.each(FAMILIES)('chats in %s', (family) => {
  const aside = useAside(family);

  test('a chat is titled by its first question, and can be renamed', async () => {
    await connectProvider(aside(), {
      provider: 'OpenAI-compatible',
      name: 'Echo',
      baseUrl: fake.url,
      model: 'echo',
    });
    const panel = await aside().openPanel();
    await ask(panel, 'First question about lamps');
    expect(await finishedAnswer(panel, 'Echo')).toContain('First question about lamps');
    await panel.getByRole('heading', { name: 'First question about lamps' }).getByRole('button').click();
    const title = panel.getByRole('textbox', { name: 'Chat title' });
    await title.fill('All about lamps');
    await title.press('Enter');
    await panel.getByRole('heading', { name: 'All about lamps' }).waitFor();
  });

  test('thumbs are kept with the answer, changed and withdrawn by a click', async () => {
    const panel = await aside().openPanel();
    const answer = lastAnswer(panel, 'Echo');
    const good = answer.getByRole('button', { name: 'Good response' });
    const bad = answer.getByRole('button', { name: 'Bad response' });
    await good.click();
    await expect.poll(() => good.attribute('aria-pressed')).toBe('true');
    await bad.click();
    await expect.poll(() => bad.attribute('aria-pressed')).toBe('true');
    expect(await good.attribute('aria-pressed')).toBe('false');
    await bad.click();
    await expect.poll(() => bad.attribute('aria-pressed')).toBe('false');
    await good.click();
    await answer.getByRole('button', { name: 'Add a comment' }).click();
    const comment = answer.getByRole('textbox', { name: 'Comment' });
    await comment.fill('Short and right');
    await comment.press('Enter');
    await answer.getByRole('button', { name: 'Short and right' }).waitFor();
  });

  test('New chat begins an empty one, and the list leads back', async () => {
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await panel.getByRole('heading', { name: 'Ask about what is in front of you' }).waitFor();
    await ask(panel, 'Second question about fog');
    await finishedAnswer(panel, 'Echo');
    await panel.getByRole('button', { name: 'Chats', exact: true }).click();
    await panel.getByRole('searchbox', { name: 'Search chats' }).fill('LAMPS');
    const list = panel.getByRole('list', { name: 'Chats' });
    expect(await panel.locate('[data-chat]').count()).toBe(1);
    await list.getByRole('button', { name: 'All about lamps', exact: true }).click();
    await lastAnswer(panel, 'Echo').waitForText('First question about lamps');
  });

  test('the list finds what was said in any chat, at once, and leads there', async () => {
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await ask(panel, 'Something about Brücken');
    await finishedAnswer(panel, 'Echo');
    await panel.getByRole('button', { name: 'Chats', exact: true }).click();
    const field = panel.getByRole('searchbox', { name: 'Search chats' });
    await field.fill('brucken');
    const hit = panel.locate('[data-hit] mark');
    await hit.first().waitFor();
    expect(await hit.first().text()).toBe('Brücken');
    await field.fill('question lamps');
    await panel.locate('[data-hit]').first().click();
    await panel.getByRole('heading', { name: 'All about lamps' }).waitFor();
    await panel.locate('[role="search"] [role="status"]').waitForText(/\d of \d/);
    await panel.getByRole('button', { name: 'Close find' }).click();
  });

  test('a regenerated answer is a version beside the former', async () => {
    const panel = await aside().openPanel();
    await lastAnswer(panel, 'Echo').getByRole('button', { name: 'Regenerate' }).click();
    await panel.waitForText('2 of 2');
    await panel.getByRole('button', { name: 'Previous version' }).click();
    await panel.waitForText('1 of 2');
  });

  test('Clear chat can be undone', async () => {
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'More', exact: true }).click();
    await panel.getByRole('menuitem', { name: 'Clear chat' }).click();
    await panel.getByRole('heading', { name: 'Ask about what is in front of you' }).waitFor();
    await panel.getByRole('button', { name: 'Undo' }).click();
    await lastAnswer(panel, 'Echo').waitForText('First question about lamps');
  });

  test('a draft is there when the panel opens again', async () => {
    const panel = await aside().openPanel();
    await panel.getByRole('textbox', { name: 'Message' }).fill('half a thought');
    await aside().closePanel();
    const again = await aside().openPanel();
    await expect.poll(() => again.getByRole('textbox', { name: 'Message' }).value()).toBe('half a thought');
  });

  test('chats, titles and thumbs survive a restart of the browser', async () => {
    await aside().restart();
    const panel = await aside().openPanel();
    await lastAnswer(panel, 'Echo').waitForText('First question about lamps');
    await panel.getByRole('heading', { name: 'All about lamps' }).waitFor();
    const good = lastAnswer(panel, 'Echo').getByRole('button', { name: 'Good response' });
    await expect.poll(() => good.attribute('aria-pressed')).toBe('true');
    await panel.getByRole('button', { name: 'Short and right' }).waitFor();
    await panel.getByRole('button', { name: 'Chats', exact: true }).click();
    await panel.getByRole('button', { name: 'Second question about fog', exact: true }).waitFor();
  });

  test('a deleted chat can be brought back', async () => {
    const panel = await aside().openPanel();
    await panel.getByRole('button', { name: 'Actions for “Second question about fog”' }).click();
    await panel.getByRole('menuitem', { name: 'Delete' }).click();
    await panel
      .getByRole('button', { name: 'Second question about fog', exact: true })
      .waitFor({ state: 'hidden' });
    await panel.press('Escape');
    await panel.getByRole('button', { name: 'Undo' }).click();
    await panel.getByRole('button', { name: 'Chats', exact: true }).click();
    await panel.getByRole('button', { name: 'Second question about fog', exact: true }).waitFor();
  });

  test('an edited question is a version beside the former; the draft stays, and the keyboard is enough', async () => {
    const panel = await aside().openPanel();
    await panel.getByRole('dialog', { name: 'Chats' }).getByRole('button', { name: 'Close', exact: true }).click();
    await panel.getByRole('button', { name: 'New chat', exact: true }).click();
    await ask(panel, 'What is fgo?');
    await finishedAnswer(panel, 'Echo');
    const message = panel.getByRole('textbox', { name: 'Message' });
    await message.press('ArrowUp');
    await panel.waitForText('Editing your question');
    expect(await message.value()).toBe('What is fgo?');
    await message.press('Escape');
    expect(await message.value()).toBe('');
    await message.fill('a draft');
    const question = panel.getByRole('article', { name: 'You', exact: true });
    await question.getByRole('button', { name: 'Edit', exact: true }).click();
    await message.fill('What is fog?');
    await message.press('Enter');
    await question.waitForText('2 of 2');
    await question.waitForText('What is fog?');
    expect(await finishedAnswer(panel, 'Echo')).toContain('What is fog?');
    expect(await question.count()).toBe(1);
    expect(await message.value()).toBe('a draft');
    await question.getByRole('button', { name: 'Previous version' }).click();
    await question.waitForText('What is fgo?');
    await lastAnswer(panel, 'Echo').waitForText('What is fgo?');
    await message.fill('');
  });
});
