import type { EngineClient } from '../messaging/engine-client';
import type { Drafts } from './drafts.svelte';

/** Lets a panel begin anew when all chats are deleted, with no draft left of theirs. */
export function whenErased(
  client: Pick<EngineClient, 'onPush'>,
  drafts: Pick<Drafts, 'text' | 'close'>,
  storage: Pick<Storage, 'clear'> = localStorage,
  reload: () => void = () => location.reload(),
): void {
  client.onPush(({ type }) => {
    if (type !== 'erased') return;
    // A page that goes stores its draft once more.
    drafts.text = '';
    drafts.close();
    storage.clear();
    reload();
  });
}
