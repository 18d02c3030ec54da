import type { Notices } from '../notices.svelte';
import type { PanelServices } from '../panel-services';

/** Says so where a temporary chat was on view and the browser's memory has nothing of it any more. */
export async function tellIfOver(
  { temporary, lastChat, storage }: Pick<PanelServices, 'temporary' | 'lastChat' | 'storage'>,
  notices: Pick<Notices, 'tell'>,
): Promise<void> {
  if (temporary?.isOn !== true) return;
  const chatId = await lastChat.load();
  if (chatId === null || (await storage.chat(chatId)) != null) return;
  await lastChat.set(null);
  notices.tell('Your temporary chat is over: the browser’s memory has nothing of it any more. This is a new one.');
}
