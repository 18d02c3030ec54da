import { expect, it, vi } from 'vitest';
import { writeClipboard } from '../../../lib/panel/write-clipboard';

const copied = { text: '**a**', html: '<p><strong>a</strong></p>' };

it('puts Markdown and rich text on the clipboard', async () => {
  const write = vi.fn<(items: ClipboardItems) => Promise<void>>().mockResolvedValue();
  await writeClipboard(copied, { write, writeText: vi.fn() });
  const [item] = write.mock.calls[0]?.[0] ?? [];
  expect(await (await item?.getType('text/plain'))?.text()).toBe('**a**');
  expect(await (await item?.getType('text/html'))?.text()).toBe('<p><strong>a</strong></p>');
});

it('falls back to text, and rejects where that is refused too', async () => {
  const write = vi.fn().mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  const writeText = vi.fn().mockResolvedValue(undefined);
  await writeClipboard(copied, { write, writeText });
  expect(writeText).toHaveBeenCalledExactlyOnceWith('**a**');
  writeText.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  await expect(writeClipboard(copied, { write, writeText })).rejects.toThrow('no');
});
