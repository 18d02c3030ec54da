import '../../../components/ui/theme.css';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Avatar from '../../../components/ui/Avatar.svelte';

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

describe('Avatar', () => {
  it('is an icon, an emoji or a picture, and says nothing aloud', async () => {
    const screen = await render(Avatar, { avatar: 'icon:rocket' });
    const avatar = screen.container.querySelector('.avatar');
    expect(avatar?.querySelector('svg')).not.toBeNull();
    expect(avatar?.getAttribute('aria-hidden')).toBe('true');
    await screen.rerender({ avatar: '🦊' });
    expect(avatar?.textContent.trim()).toBe('🦊');
    expect(avatar?.querySelector('svg')).toBeNull();
    await screen.rerender({ avatar: PIXEL });
    expect(avatar?.querySelector('img')?.src).toBe(PIXEL);
  });

  it.each(['icon:gone', 'icon:', 'icon:constructor', 'icon:__proto__', 'icon:toString'])(
    'is a plain icon where there is none of that name: %s',
    async (avatar) => {
      const screen = await render(Avatar, { avatar });
      expect(screen.container.querySelector('.avatar svg')).not.toBeNull();
      expect(screen.container.textContent.trim()).toBe('');
    },
  );

  it.each(['https://example.com/a.png', 'data:text/html,<b>x</b>', 'javascript:alert(1)'])(
    'loads nothing from %s',
    async (avatar) => {
      const screen = await render(Avatar, { avatar });
      expect(screen.container.querySelector('img')).toBeNull();
    },
  );

  it('is of the size asked for', async () => {
    const screen = await render(Avatar, { avatar: '🦊', size: 40 });
    const box = screen.container.querySelector('.avatar')?.getBoundingClientRect();
    expect([box?.width, box?.height]).toEqual([40, 40]);
  });
});
