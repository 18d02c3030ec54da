import { Zip, ZipDeflate, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { chooseFile } from '../e2e/support/choose-file.ts';
import { storedMessages } from '../e2e/support/stored-chats.ts';
import { askWithoutPage } from '../e2e/support/survive-corruption.ts';
import { FAMILIES, useAside } from '../e2e/support/use-aside.ts';

const MILLION = 1_000_000;

/** A file of a million messages is far beyond what is taken at once; one of this many is taken. */
const TAKEN = 20_000;

describe.each(FAMILIES)('an archive in %s', (family) => {
  const aside = useAside(family);

  test.each([
    ['in one chat', 1],
    ['in ten thousand chats', 10_000],
  ])('of 1,000,000 messages %s is refused in words, and nothing of it is stored', async (_name, chats) => {
    const panel = await aside().openPanel();
    await askWithoutPage(panel, 'Here before it');
    const workbench = await aside().openPage('workbench.html');
    const before = await storedMessages(workbench);
    await watchTasks(panel);
    await watchTasks(workbench);
    await chooseFile(workbench, 'million.zip', archiveOf(chats, MILLION / chats));
    await restartTasks(workbench);
    await workbench.getByRole('alert').waitForText('It holds more than 500,000 messages', { timeout: 900_000 });
    report(family, 'refused', await longest(panel), await longest(workbench));
    expect(await storedMessages(workbench)).toEqual(before);
    expect(await askWithoutPage(panel, 'And after it')).toContain('built-in reader');
    await workbench.close();
    await panel.close();
  });

  test(`of ${TAKEN} messages is imported while panel and page stay responsive`, async () => {
    const panel = await aside().openPanel();
    await askWithoutPage(panel, 'While it comes');
    const workbench = await aside().openPage('workbench.html');
    const before = (await storedMessages(workbench)).length;
    await watchTasks(panel);
    await watchTasks(workbench);
    await chooseFile(workbench, 'large.zip', archiveOf(200, TAKEN / 200));
    await restartTasks(workbench);
    await workbench.getByRole('button', { name: 'Import', exact: true }).waitFor({ timeout: 600_000 });
    await workbench.getByRole('button', { name: 'Import', exact: true }).click();
    await workbench.waitForText('200 chats are imported.', { timeout: 600_000 });
    const tasks = { panel: await longest(panel), workbench: await longest(workbench) };
    report(family, 'imported', tasks.panel, tasks.workbench);
    expect((await storedMessages(workbench)).length).toBe(before + TAKEN);
    await workbench.close();
  });
});

function report(family: string, what: string, panel: number | null, workbench: number | null): void {
  console.log(`${family}, ${what}: longest task in the panel ${panel} ms, in the page ${workbench} ms`);
}

/** Begins to note long tasks (over 50 ms), which Chromium alone tells. */
function watchTasks(page: BrowserPage): Promise<void> {
  return page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(document, { tasks });
    if (!PerformanceObserver.supportedEntryTypes.includes('longtask')) return;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}

/** Forgets those so far: the test's own handing over of the file is one. */
function restartTasks(page: BrowserPage): Promise<void> {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    (document as unknown as { tasks: number[] }).tasks.length = 0;
  });
}

/** The longest since, in ms: 0 where none was above 50; null where the browser does not tell. */
function longest(page: BrowserPage): Promise<number | null> {
  return page.evaluate(() => {
    const { tasks } = document as unknown as { tasks: number[] };
    return PerformanceObserver.supportedEntryTypes.includes('longtask') ? Math.round(Math.max(0, ...tasks)) : null;
  });
}

/** An archive of so many chats with so many messages each. */
function archiveOf(chats: number, messages: number): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(chunk);
  });
  const lines = new ZipDeflate('chats.jsonl', { level: 6 });
  zip.add(lines);
  for (let chat = 0; chat < chats; chat += 1) {
    lines.push(strToU8(`${JSON.stringify({ type: 'chat', chat: chatRow(`c${chat}`) })}\n`));
    for (let from = 0; from < messages; from += 1_000) {
      let text = '';
      for (let at = from; at < Math.min(from + 1_000, messages); at += 1)
        text += `${messageLine(`c${chat}`, at)}\n`;
      lines.push(strToU8(text));
    }
  }
  lines.push(new Uint8Array(), true);
  const manifest = new ZipDeflate('aside.json');
  zip.add(manifest);
  manifest.push(strToU8(JSON.stringify({ format: 'aside-archive', version: 1 })), true);
  zip.end();
  return Buffer.concat(parts);
}

function chatRow(id: string) {
  return {
    id,
    title: `Chat ${id}`,
    leafId: null,
    clearedLeafId: null,
    modelRef: null,
    readPage: null,
    personaId: null,
    pinned: false,
    archived: false,
    temporary: false,
    queue: [],
    deletedAt: null,
    createdAt: 1,
    updatedAt: 1,
  };
}

function messageLine(chatId: string, at: number): string {
  return JSON.stringify({
    type: 'message',
    message: {
      id: `${chatId}-${at}`,
      chatId,
      parentId: at === 0 ? null : `${chatId}-${at - 1}`,
      role: at % 2 === 0 ? 'user' : 'assistant',
      status: 'complete',
      modelRef: null,
      assistantName: null,
      page: null,
      error: null,
      note: null,
      usage: null,
      createdAt: at + 1,
      finishedAt: at + 1,
    },
    parts: [{ type: 'text', text: `Text number ${at}` }],
  });
}
