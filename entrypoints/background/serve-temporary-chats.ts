import type { Channel } from '../../lib/messaging/channel';
import type { ChatStore } from '../../lib/engine/chat-store';
import { onPlaceGone } from '../../lib/platform/panel-place';
import { browserSession } from '../../lib/storage/browser-session';
import { createTemporaryVault } from '../../lib/storage/private-vault';
import { mirrorToSession } from '../../lib/storage/session-mirror';
import { temporaryItems } from '../../lib/storage/settings';
import { serveChats } from './serve-chats';
import { createTemporaryChats } from './temporary-handlers';

interface TemporaryChatsDependencies extends Omit<Parameters<typeof serveChats>[0], 'vault' | 'temporary'> {
  /** Where a chat goes that is to be kept. */
  readonly stored: ChatStore;
  /** Told true with the first temporary panel, false when no temporary chat is left. */
  readonly onOpen: (open: boolean) => void;
}

/**
 * Serves temporary chats: in memory alone, apart from all others. Each ends by its user's word, or with the window or
 * the tab that it is in. Set up when the first one comes.
 */
export function serveTemporaryChats({ stored, onOpen, ...common }: TemporaryChatsDependencies): {
  host(panel: Channel): void;
} {
  const open = () => {
    const vault = createTemporaryVault((rows) => mirrorToSession(rows, 'temporary', browserSession));
    return serveChats({
      ...common,
      vault,
      temporary: (engine) => createTemporaryChats({ vault, engine, stored, onNone: () => onOpen(false) }),
    });
  };
  let opened: ReturnType<typeof open> | undefined;

  async function end(place: string): Promise<void> {
    const { isOn, chat, draft } = temporaryItems(place);
    if (!(await isOn.getValue())) return;
    const chatId = await chat.getValue();
    await Promise.all([isOn, chat, draft].map((item) => item.removeValue()));
    if (chatId === null) return;
    opened ??= open();
    await opened.temporary?.end(chatId);
  }
  onPlaceGone((place) => void end(place).catch(console.error));

  return {
    host(panel) {
      opened ??= open();
      onOpen(true);
      opened.host(panel);
    },
  };
}
