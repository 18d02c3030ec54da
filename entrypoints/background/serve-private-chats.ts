import type { Channel } from '../../lib/messaging/channel';
import { onPrivateWindowsClosed, PRIVATE_WINDOWS_SHARE } from '../../lib/platform/private-window';
import { browserSession } from '../../lib/storage/browser-session';
import { createPrivateVault } from '../../lib/storage/private-vault';
import { mirrorToSession } from '../../lib/storage/session-mirror';
import { lastPrivateChatItem } from '../../lib/storage/settings';
import { serveChats } from './serve-chats';

interface PrivateChatsDependencies extends Omit<Parameters<typeof serveChats>[0], 'vault'> {
  /** Told true with the first private panel, false when the last private window has closed. */
  readonly onOpen: (open: boolean) => void;
}

/**
 * Serves private windows where they share the background: their chats are in memory alone, apart from all others, and
 * end with the last such window. Set up when the first one comes.
 */
export function servePrivateChats({ onOpen, ...common }: PrivateChatsDependencies): {
  host(panel: Channel): void;
} {
  const open = () => {
    const vault = createPrivateVault((rows) => mirrorToSession(rows, 'private', browserSession));
    return { vault, chats: serveChats({ ...common, vault }) };
  };
  let opened: ReturnType<typeof open> | undefined;

  async function end(): Promise<void> {
    // Also what an earlier background kept.
    opened ??= open();
    await opened.chats.stopAll();
    await opened.vault.clear();
    await lastPrivateChatItem.setValue(null);
    onOpen(false);
  }
  if (PRIVATE_WINDOWS_SHARE) onPrivateWindowsClosed(() => void end().catch(console.error));

  return {
    host(panel) {
      opened ??= open();
      onOpen(true);
      opened.chats.host(panel);
    },
  };
}
