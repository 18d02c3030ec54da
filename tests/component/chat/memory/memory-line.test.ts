import '../../../../components/ui/theme.css';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import MemoryLine from '../../../../components/chat/memory/MemoryLine.svelte';
import { messageIdOf } from '../../../support/rows';

describe('MemoryLine', () => {
  it('says who no longer sees how much, and leads to what is sent', async () => {
    const onpreview = vi.fn();
    const start = { firstSeen: messageIdOf('q9'), forgotten: 1_600 };
    const screen = await render(MemoryLine, { start, model: 'Claude', onpreview });
    const line = screen.getByRole('group', { name: 'Where memory begins' });
    const says = (words: string) =>
      expect.poll(() => line.element().textContent.replace(/\s+/g, ' ')).toContain(words);
    await says('Claude no longer sees what is above');
    await says('1,600 messages stay out of the next question');
    await screen.rerender({ start: { ...start, forgotten: 1 } });
    await says('One message stays out of the next question');
    await line.getByRole('button', { name: 'See what goes along' }).click();
    expect(onpreview).toHaveBeenCalledOnce();
  });
});
