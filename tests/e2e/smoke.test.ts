import { describe, expect, test } from 'vitest';
import { FAMILIES, useAside } from './support/use-aside.ts';

describe.each(FAMILIES)('the panel in %s', (family) => {
  const aside = useAside(family);

  test('opens by the toolbar button and takes a message with its line breaks', async () => {
    const panel = await aside().openPanel();
    const message = panel.getByRole('textbox', { name: 'Message' });
    await message.fill('first line\nsecond line');
    await message.type('!');
    expect(await message.value()).toBe('first line\nsecond line!');
  });

  test('can be closed and opened again', async () => {
    await aside().closePanel();
    expect(await aside().isPanelOpen()).toBe(false);
    const panel = await aside().openPanel();
    await panel.getByRole('textbox', { name: 'Message' }).waitFor();
  });

  test('opens again after a restart of the browser', async () => {
    await aside().restart();
    const panel = await aside().openPanel();
    await panel.getByRole('textbox', { name: 'Message' }).waitFor();
  });
});
