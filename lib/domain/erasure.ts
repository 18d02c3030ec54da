/** What is deleted at once: all chats with what is theirs, or these and all settings and keys too. */
export type Erasure = 'chats' | 'everything';

/** What an erasure takes, in the words of whoever decides about it. */
export const ERASURE_WORDS: Readonly<Record<Erasure, string>> = {
  chats:
    'All chats with every version, the pages and pictures in them, thumbs and comments, the search index, drafts and the backup. Prompts, personas, providers, keys and settings stay.',
  everything:
    'All chats and the backup, and besides them prompts, personas, providers, keys with their passphrase, what was spent, every setting, and the leave to reach sites and servers. Aside is then as it was when it was installed.',
};

/** What a disk keeps all the same. */
export const WHAT_A_DISK_KEEPS =
  'Deleting frees the room on the disk; it does not overwrite it. Until the browser and the disk use that room again, somebody who has the disk may find parts of it with the right tools, and an SSD may hold older copies for longer. Backups that you make of this computer may hold them too. The browser’s own sync never had them.';
