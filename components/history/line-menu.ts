import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import Mail from '@lucide/svelte/icons/mail';
import Pencil from '@lucide/svelte/icons/pencil';
import Pin from '@lucide/svelte/icons/pin';
import PinOff from '@lucide/svelte/icons/pin-off';
import CheckSquare from '@lucide/svelte/icons/square-check';
import Tag from '@lucide/svelte/icons/tag';
import Trash from '@lucide/svelte/icons/trash-2';
import type { Chat } from '../../lib/domain/chat';
import type { MenuItem } from '../ui/menu-item';
import type { LineActions } from './line-actions';
import { said } from '../../lib/words/said';

/** The menu of a line of the list of chats. */
export function lineMenu(chat: Chat, isSelected: boolean, actions: LineActions): readonly MenuItem[] {
  return [
    {
      id: 'pin',
      label: chat.pinned ? 'Unpin' : 'Pin',
      icon: chat.pinned ? PinOff : Pin,
      onSelect: () => actions.pin(chat, !chat.pinned),
    },
    // Once the menu has given the focus back.
    { id: 'rename', label: 'Rename', icon: Pencil, onSelect: () => setTimeout(() => actions.beginRename(chat)) },
    { id: 'tags', label: 'Tags…', icon: Tag, onSelect: () => setTimeout(() => actions.beginTags(chat)) },
    {
      id: 'archive',
      label: chat.archived ? 'Put back in the list' : 'Archive',
      icon: chat.archived ? ArchiveRestore : Archive,
      onSelect: () => actions.archive(chat, !chat.archived),
    },
    {
      id: 'unread',
      label: chat.unread ? 'Mark as read' : 'Mark as unread',
      icon: Mail,
      onSelect: () => actions.markUnread(chat, !chat.unread),
    },
    {
      id: 'select',
      label: isSelected ? 'Deselect' : 'Select',
      icon: CheckSquare,
      onSelect: () => actions.toggle(chat),
    },
    { id: 'delete', label: said('Delete'), icon: Trash, separated: true, onSelect: () => actions.remove(chat) },
  ];
}
