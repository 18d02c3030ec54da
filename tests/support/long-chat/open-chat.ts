import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';

/** How long an opening took, in milliseconds. */
export interface Opening {
  /** From the click on the chat's name until its end was painted. */
  readonly painted: number;
  /** From a key pressed then until its character was painted. */
  readonly typed: number;
}

/** Opens a stored chat from the list by its title, and types a character into the composer as soon as its end is seen. */
export async function openChat(page: BrowserPage, title: string): Promise<Opening> {
  await page.getByRole('button', { name: 'Chats', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: title, exact: true }).waitFor();
  const painted = await page.evaluate(async (wanted) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('[role="dialog"] button')];
    const button = buttons.find((each) => each.textContent.trim().startsWith(wanted));
    if (button === undefined) throw new Error(`No chat is called ${wanted}`);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const isThere = () => {
      const thread = document.querySelector('[role="log"]');
      const last = [...(thread?.querySelectorAll('article.answer') ?? [])].at(-1);
      if (document.querySelector('h1')?.textContent.trim() !== wanted || thread == null || last == null)
        return false;
      const distance = thread.scrollHeight - thread.clientHeight - thread.scrollTop;
      return distance < 2 && last.getBoundingClientRect().height > 0;
    };
    const start = performance.now();
    button.click();
    while (!isThere()) await frame();
    // The task after the next frame: that frame was painted.
    await frame();
    await new Promise((resolve) => setTimeout(resolve));
    return performance.now() - start;
  }, title);
  await page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Message"]');
    // Told in the document: in Firefox each script that is run from outside has globals of its own.
    const { dataset } = document.documentElement;
    let pressed = 0;
    const tell = () => (dataset['typed'] = String(performance.now() - pressed));
    field?.addEventListener('keydown', (event) => (pressed = event.timeStamp), { once: true });
    field?.addEventListener('input', () => requestAnimationFrame(() => setTimeout(tell)), { once: true });
    field?.focus();
  });
  await page.press('x');
  const typed = await page.evaluate(async () => {
    const { dataset } = document.documentElement;
    while (dataset['typed'] === undefined) await new Promise((resolve) => requestAnimationFrame(resolve));
    const took = Number(dataset['typed']);
    delete dataset['typed'];
    return took;
  });
  await page.getByRole('textbox', { name: 'Message' }).fill('');
  return { painted, typed };
}
