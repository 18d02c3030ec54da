import { loadOnce } from '../ui/load-once.svelte';

// Parts of the panel that its start does without, each a chunk of its own.

/** What shows a chat, with Markdown and find. */
export const loadConversation = () => loadOnce('conversation', () => import('./Conversation.svelte'));

/** What unlocks the keys. */
export const loadLockBar = () => loadOnce('lock', () => import('./LockBar.svelte'));

/** What is told of a storage that does not work. */
export const loadStorageBanner = () => loadOnce('storage', () => import('./StorageBanner.svelte'));

/** What tells that a budget is nearly spent. */
export const loadBudgetBanner = () => loadOnce('budget', () => import('./spending/BudgetBanner.svelte'));

/** The list of chats. */
export const loadChatsDrawer = () => loadOnce('chats-drawer', () => import('../history/ChatsDrawer.svelte'));

/** The list of chats beside a chat. */
export const loadChatsBeside = () => loadOnce('chats-beside', () => import('../history/ChatsBeside.svelte'));

/** What was read of a page. */
export const loadReadingDialog = () => loadOnce('reading', () => import('../context/ReadingDialog.svelte'));

/** What is sent, and what was. */
export const loadRequestDialog = () => loadOnce('request', () => import('../context/RequestDialog.svelte'));

/** How a page is read part by part. */
export const loadPartSteps = () => loadOnce('part-steps', () => import('./whole-page/PartSteps.svelte'));

/** What asking over a whole page takes. */
export const loadWholePageDialog = () =>
  loadOnce('whole-page', () => import('./whole-page/WholePageDialog.svelte'));

/** Where the model's memory of a chat begins. */
export const loadMemoryLine = () => loadOnce('memory-line', () => import('./memory/MemoryLine.svelte'));

/** What summarising a chat's beginning takes. */
export const loadSummaryDialog = () => loadOnce('summary', () => import('./memory/SummaryDialog.svelte'));

/** What is to go with a question. */
export const loadAttachmentChips = () =>
  loadOnce('attachments', () => import('./attachments/AttachmentChips.svelte'));

/** A picture, large. */
export const loadPictureDialog = () => loadOnce('picture', () => import('./PictureDialog.svelte'));

/** A page as it was read, at a block that is cited. */
export const loadStoredPageDialog = () => loadOnce('stored', () => import('../context/StoredPageDialog.svelte'));

/** The answers that have a thumb. */
export const loadRatedAnswersDialog = () =>
  loadOnce('rated', () => import('../feedback/RatedAnswersDialog.svelte'));

/** What asks before a temporary chat ends. */
export const loadEndDialog = () => loadOnce('end-temporary', () => import('./temporary/EndDialog.svelte'));

/** The ways to save or print a chat. */
export const loadExportDialog = () => loadOnce('export', () => import('./ExportDialog.svelte'));
