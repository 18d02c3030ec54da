import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';

/** Chooses a file in the one file field of a page, as its user would. */
export function chooseFile(page: BrowserPage, name: string, bytes: Uint8Array): Promise<void> {
  return page.evaluate(
    (base64, fileName) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      if (input === null) throw new Error('There is no file field');
      const chosen = new DataTransfer();
      chosen.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], fileName));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    Buffer.from(bytes).toString('base64'),
    name,
  );
}
