import '../../../components/ui/theme.css';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import ReadLessNotice from '../../../components/chat/ReadLessNotice.svelte';

it('says that a server read less, and what to do', async () => {
  const readLess = {
    title: 'The server read only 4K of the ≈ 20K tokens that were sent.',
    detail: 'Give it more.',
  };
  const screen = await render(ReadLessNotice, { readLess });
  const note = screen.getByRole('note');
  await expect.element(note).toBeVisible();
  expect(note.element().textContent).toContain(readLess.title);
  expect(note.element().textContent).toContain(readLess.detail);
});
