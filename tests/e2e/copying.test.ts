import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { ask, finishedAnswer, lastAnswer, scrollToEnd } from './support/ask.ts';
import { connectProvider } from './support/connect-provider.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

const CODE = Array.from({ length: 40 }, (_, n) => `  line(${n})`).join('\n');
const ANSWER = `Some **bold** words [b1].

\`\`\`python:src/app.py
${CODE}
\`\`\`

| a | b |
|---|---|
| 1 | 2 |

1. one
2. two`;

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.close());

/** Pastes into the composer and tells what came. */
async function paste(panel: BrowserPage) {
  await panel.evaluate(() => {
    document.addEventListener(
      'paste',
      ({ clipboardData }) => {
        document.body.dataset['pasted'] = JSON.stringify({
          text: clipboardData?.getData('text/plain').replaceAll('\r\n', '\n'),
          html: clipboardData?.getData('text/html'),
        });
      },
      { once: true },
    );
  });
  const message = panel.getByRole('textbox', { name: 'Message' });
  await message.press('Control+v');
  await expect.poll(() => panel.evaluate(() => document.body.dataset['pasted'] ?? '')).not.toBe('');
  const pasted = await panel.evaluate(() => {
    const { pasted = '{}' } = document.body.dataset;
    delete document.body.dataset['pasted'];
    return pasted;
  });
  await message.fill('');
  return JSON.parse(pasted) as { text: string; html: string };
}

describe.each(FAMILIES)('an answer in %s', (family) => {
  const aside = useAside(family);

  test('is copied as Markdown and rich text, a selection as clean text, code as a file', async () => {
    fake.setScenario(`say:${ANSWER}`);
    await connectProvider(aside(), { provider: 'OpenAI', name: 'Fake', baseUrl: fake.url, model: 'any' });
    const panel = await aside().openPanel();
    await ask(panel, 'Write it.');
    await finishedAnswer(panel, 'Fake');
    const answer = lastAnswer(panel, 'Fake');

    await scrollToEnd(panel);
    await answer.getByRole('button', { name: 'Copy answer' }).click();
    await panel.waitForText('Answer copied, as Markdown and as rich text.');
    const copied = await paste(panel);
    expect(copied.text).toBe(ANSWER.replace(' [b1]', ''));
    expect(copied.html).toMatch(/<strong[^>]*>bold<\/strong>/);
    expect(copied.html).toMatch(/<table[^>]*>.*<td[^>]*>1<\/td>/s);
    expect(copied.html).toMatch(/<pre[^>]*><code[^>]*> {2}line\(0\)\n {2}line\(1\)/);
    expect(copied.html).not.toMatch(/b1\]|<button|Copy/);

    await panel.evaluate(() => {
      const log = document.querySelector<HTMLElement>('[role="log"]');
      log?.focus();
      if (log) getSelection()?.selectAllChildren(log);
    });
    await panel.press('Control+c');
    const selected = await paste(panel);
    expect(selected.text).toBe(`Write it.\n\nSome bold words.\n\n${CODE}\n\na\tb\n1\t2\n\n1. one\n2. two`);
    expect(selected.html).toMatch(/<ol[^>]*><li[^>]*>one<\/li>/);

    await answer.getByRole('button', { name: 'Download code' }).click();
    expect(await readFile(await aside().awaitDownload(/^app\.py$/), 'utf8')).toBe(`${CODE}\n`);

    const wrap = answer.getByRole('button', { name: 'Wrap lines' });
    await wrap.click();
    await answer.getByRole('button', { name: 'Show all 40 lines' }).click();
    await answer.getByRole('button', { name: 'Show fewer lines' }).waitFor();
    await panel.reload();
    await answer.getByRole('button', { name: 'Show all 40 lines' }).waitFor();
    await expect.poll(() => wrap.attribute('aria-pressed')).toBe('true');
  });
});
