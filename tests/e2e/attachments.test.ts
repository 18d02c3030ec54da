import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { inspectPicture } from '../../lib/domain/pictures/inspect-picture.ts';
import { startFakeProvider, type FakeProvider } from '../support/fake-provider/start-fake-provider.ts';
import { readPicture } from '../support/read-picture.ts';
import { ask, finishedAnswer } from './support/ask.ts';
import { chooseFile } from './support/choose-file.ts';
import { connectProvider } from './support/connect-provider.ts';
import { FAMILIES, useAside } from './support/use-aside.ts';

/** Each with the longest side that it scales pictures to, and a model of it that is known to see. */
const PROTOCOLS = [
  ['OpenAI', 2_048],
  ['Anthropic', 1_568],
  ['OpenAI-compatible', 2_000],
] as const;

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
  fake.setScenario('say:Seen.');
});
afterAll(() => fake.close());

describe.each(FAMILIES)('attachments in %s', (family) => {
  const aside = useAside(family);

  test.each(PROTOCOLS)('pictures picked, pasted and dropped go by %s, scaled to %i px', async (provider, side) => {
    const name = `Fake ${provider}`;
    await connectProvider(aside(), { provider, name, baseUrl: fake.url, model: 'any' });
    const panel = await newChat(aside());

    await chooseFile(panel, 'photo.png', Buffer.from(readPicture('photo.png'), 'base64'));
    await panel.getByRole('button', { name: 'Remove photo.png', exact: true }).waitFor();
    await handOver(panel, 'paste', 'wide.png');
    await panel.getByRole('button', { name: 'Remove wide.png', exact: true }).waitFor();
    await handOver(panel, 'drop', 'tall.jpg');
    await panel.waitForText(`${Math.round(side / 2)} × ${side}`);

    await panel.getByRole('textbox', { name: 'Message' }).fill('What are these?');
    await panel.getByRole('button', { name: 'What will be sent', exact: true }).click();
    await panel.waitForText('JPEG, ');
    const shown = await panel.evaluate(() =>
      [...document.querySelectorAll('[role=dialog] ul li img')].map((image) => image.getAttribute('alt')),
    );
    expect(shown).toEqual(['photo.png', 'wide.png', 'tall.jpg']);
    await panel.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();

    await panel.getByRole('textbox', { name: 'Message' }).press('Enter');
    await finishedAnswer(panel, name);
    const sent = picturesIn(fake.requests.at(-1)?.body);
    expect(sent).toEqual([
      { mime: 'image/png', width: 24, height: 16 },
      { mime: 'image/png', width: side, height: Math.round(side / 3) },
      { mime: 'image/jpeg', width: Math.round(side / 2), height: side },
    ]);

    // They stand in the question, and go again with the next one.
    const question = panel.getByRole('article', { name: 'You', exact: true }).last();
    await question.getByRole('button', { name: 'Open wide.png', exact: true }).click();
    await panel.getByRole('dialog', { name: 'Picture' }).waitFor();
    await panel.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).click();
    await ask(panel, 'And now?');
    await finishedAnswer(panel, name);
    expect(picturesIn(fake.requests.at(-1)?.body)).toEqual(sent);
    await panel.close();
  });

  test('a model that can’t see says so before anything is sent', async () => {
    const name = 'Fake blind';
    await connectProvider(aside(), { provider: 'OpenAI', name, baseUrl: fake.url, model: 'gpt-4' });
    const panel = await newChat(aside());
    await chooseFile(panel, 'photo.png', Buffer.from(readPicture('photo.png'), 'base64'));
    await panel.waitForText('can’t see pictures. Nothing is sent until you choose.');
    const count = fake.requests.length;
    const message = panel.getByRole('textbox', { name: 'Message' });
    await message.fill('What is this?');
    await message.press('Enter');
    expect(await panel.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Attachments and model',
    );
    expect(fake.requests.length).toBe(count);
    await panel.getByRole('button', { name: 'Send without the picture', exact: true }).click();
    await finishedAnswer(panel, name);
    expect(picturesIn(fake.requests.at(-1)?.body)).toEqual([]);
    await panel.close();
  });
});

async function newChat(aside: { openPanel(): Promise<BrowserPage> }): Promise<BrowserPage> {
  const panel = await aside.openPanel();
  await panel.getByRole('button', { name: 'New chat', exact: true }).click();
  const reads = panel.getByRole('button', { name: 'Read this page', exact: true });
  if ((await reads.attribute('aria-pressed')) === 'true') await reads.click();
  return panel;
}

/** Draws a picture of 3,000 pixels and pastes or drops it as a file of that name. */
function handOver(panel: BrowserPage, how: 'paste' | 'drop', name: string): Promise<void> {
  return panel.evaluate(
    async (way, fileName) => {
      const [width, height] = fileName === 'tall.jpg' ? [1_500, 3_000] : [3_000, 1_000];
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (context) {
        context.fillStyle = 'teal';
        context.fillRect(0, 0, width, height / 2);
      }
      const type = fileName.endsWith('.jpg') ? 'image/jpeg' : 'image/png';
      const carried = new DataTransfer();
      carried.items.add(new File([await canvas.convertToBlob({ type })], fileName, { type }));
      const field = document.querySelector('textarea');
      // Firefox makes paste events without files.
      const event =
        way === 'paste'
          ? Object.defineProperty(new Event('paste', { bubbles: true, cancelable: true }), 'clipboardData', {
              value: carried,
            })
          : new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true });
      field?.dispatchEvent(event);
    },
    how,
    name,
  );
}

/** What the pictures of a request are by their bytes, in order, whatever the protocol. */
function picturesIn(body: unknown): readonly unknown[] {
  const data = [...JSON.stringify(body).matchAll(/(?:base64,|"data":")([A-Za-z0-9+/=]{40,})"/g)];
  return data.map(([, base64 = '']) => inspectPicture(Buffer.from(base64, 'base64')));
}
