import type { Chat } from '../../domain/chat';
import { isSameTag, tagsOf, type ChatChange } from '../../domain/history/chat-change';
import type { ChatId } from '../../domain/ids';
import { plural } from '../../words/plural';
import type { ChatCommands } from '../chat-commands';
import type { Notices } from '../notices.svelte';

/** What a user does with chats in their list; each can be taken back where it hides something. */
export interface ChatOrganiser {
  readonly pin: (chats: readonly Chat[], on: boolean) => Promise<void>;
  readonly archive: (chats: readonly Chat[], on: boolean) => Promise<void>;
  readonly remove: (chats: readonly Chat[]) => Promise<void>;
  readonly tag: (chats: readonly Chat[], tag: string, on: boolean) => Promise<void>;
  readonly markUnread: (chats: readonly Chat[], on: boolean) => Promise<void>;
  readonly rename: (chat: Chat, title: string) => Promise<void>;
}

interface ChatOrganiserDependencies {
  readonly commands: Pick<ChatCommands, 'organise' | 'rename'>;
  readonly notices: Pick<Notices, 'tell'>;
  /** Takes a chat that is to be deleted off view, where it is there. */
  readonly leave: (chatIds: readonly ChatId[]) => Promise<void>;
  /** Carries work out; a failure becomes a notice. */
  readonly run: (work: Promise<unknown>) => void;
}

/** Makes the organiser of one panel. */
export function createChatOrganiser({ commands, notices, leave, run }: ChatOrganiserDependencies): ChatOrganiser {
  const idsOf = (chats: readonly Chat[]) => chats.map(({ id }) => id);

  async function organise(chats: readonly Chat[], change: ChatChange, told: string | null): Promise<void> {
    const ids = idsOf(chats);
    if (ids.length === 0) return;
    await commands.organise(ids, change);
    if (told === null) return;
    const undo = () => run(commands.organise(ids, { ...change, on: !change.on }));
    notices.tell(told, { label: 'Undo', run: undo });
  }

  return {
    pin: (chats, on) => organise(chats, { kind: 'pin', on }, null),
    archive: (chats, on) => organise(chats, { kind: 'archive', on }, on ? archived(chats) : brought(chats)),
    async remove(chats) {
      await organise(chats, { kind: 'delete', on: true }, deleted(chats));
      await leave(idsOf(chats));
    },
    tag(chats, tag, on) {
      // Undo must not touch those that were tagged so before.
      const changed = chats.filter((chat) => tagsOf(chat).some((each) => isSameTag(each, tag)) !== on);
      return organise(changed, { kind: 'tag', tag, on }, null);
    },
    markUnread: (chats, on) => organise(chats, { kind: 'unread', on }, null),
    rename: (chat, title) => commands.rename(chat.id, title),
  };
}

function deleted(chats: readonly Chat[]): string {
  const [only] = chats;
  if (chats.length === 1 && only) return `“${only.title || 'Untitled'}” deleted.`;
  return plural(chats.length, ['One chat deleted.', '# chats deleted.']);
}

function archived(chats: readonly Chat[]): string {
  const [only] = chats;
  if (chats.length === 1 && only) return `“${only.title || 'Untitled'}” archived.`;
  return plural(chats.length, ['One chat archived.', '# chats archived.']);
}

function brought(chats: readonly Chat[]): string {
  const [only] = chats;
  if (chats.length === 1 && only) return `“${only.title || 'Untitled'}” is back in the list.`;
  return plural(chats.length, ['One chat is back in the list.', '# chats are back in the list.']);
}
