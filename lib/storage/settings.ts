import { storage } from 'wxt/utils/storage';
import type { Appearance } from '../domain/appearance';
import type { ModelRef } from '../domain/chat';
import type { AutoDeleteDays } from '../domain/history/auto-delete';
import type { ChatId } from '../domain/ids';
import type { KeyLockView } from '../domain/key-lock';
import type { ModelList } from '../domain/model-facts';
import { DEFAULT_TIME_LIMITS, type TimeLimits } from '../domain/time-limits';
import { NO_PARAMETERS, type ParameterSettings } from '../domain/parameter-settings';
import type { PendingQuestion } from '../domain/pending-question';
import type { Persona } from '../domain/persona';
import type { PromptAction } from '../domain/prompt-actions';
import { EMPTY_BOOK, type SpendingBook } from '../domain/spending/spending-book';
import { NO_BUDGET, type SpendingBudget } from '../domain/spending/spending-budget';
import type { TokenRatios } from '../domain/spending/token-ratio';
import type { SiteRules } from '../domain/site-rules';
import { BUILT_IN_PROVIDER, type ProviderConfig } from '../domain/provider-config';

/** Every stored setting, with its type and what it is until set. Nothing else names a storage key. */

/** Providers the user set up, in the order they were added. */
export const providersItem = storage.defineItem<readonly ProviderConfig[]>('local:providers', { fallback: [] });

/** The model of new chats; null: the built-in reader. */
export const defaultModelItem = storage.defineItem<ModelRef | null>('local:default-model', { fallback: null });

/** What each provider's server listed, by the provider's id, and what its user typed beside. */
export const modelListsItem = storage.defineItem<Readonly<Record<string, ModelList>>>('local:model-lists', {
  fallback: {},
});

/** Models the user starred, in the order of starring. */
export const favouriteModelsItem = storage.defineItem<readonly ModelRef[]>('local:favourite-models', {
  fallback: [],
});

/** Models that were chosen last, newest first. */
export const recentModelsItem = storage.defineItem<readonly ModelRef[]>('local:recent-models', { fallback: [] });

/** How answers are to be in all chats. */
export const parametersItem = storage.defineItem<ParameterSettings>('local:parameters', {
  fallback: NO_PARAMETERS,
});

/** The personas the user made, in the order they were made. */
export const personasItem = storage.defineItem<readonly Persona[]>('local:personas', { fallback: [] });

/** How Aside looks. */
export const appearanceItem = storage.defineItem<Appearance>('local:appearance', {
  fallback: { theme: 'system', userAvatar: 'icon:user', readerAvatar: BUILT_IN_PROVIDER.avatar },
});

/** The chosen language of the interface, one of `LOCALES`; null: as the browser wants it. */
export const languageItem = storage.defineItem<string | null>('local:language', { fallback: null });

/** Whether long lines of code are wrapped. */
export const wrapCodeItem = storage.defineItem<boolean>('local:wrap-code', { fallback: false });

/** Whether thoughts stay open when the answer begins. */
export const keepThoughtsOpenItem = storage.defineItem<boolean>('local:keep-thoughts-open', { fallback: false });

/** How long silence of a server is borne. */
export const timeLimitsItem = storage.defineItem<TimeLimits>('local:time-limits', {
  fallback: DEFAULT_TIME_LIMITS,
});

/** How much may be spent. */
export const spendingBudgetItem = storage.defineItem<SpendingBudget>('local:spending-budget', {
  fallback: NO_BUDGET,
});

/** What was spent, by month and model. The background alone writes it. */
export const spendingBookItem = storage.defineItem<SpendingBook>('local:spending', { fallback: EMPTY_BOOK });

/** What private windows spent, until the browser closes. */
export const privateSpendingItem = storage.defineItem<SpendingBook>('session:private-spending', {
  fallback: EMPTY_BOOK,
});

/** How each model's provider counts beside what was estimated. */
export const tokenRatiosItem = storage.defineItem<TokenRatios>('local:token-ratios', { fallback: {} });

/** The notice of a budget that was dismissed last, as `noticeKey` names it. */
export const seenBudgetNoticeItem = storage.defineItem<string>('local:seen-budget-notice', { fallback: '' });

/** What the user decided about reading sites. */
export const siteRulesItem = storage.defineItem<SiteRules>('local:site-rules', { fallback: {} });

/** The user's actions in the context menu; null: those of a new installation. */
export const promptActionsItem = storage.defineItem<readonly PromptAction[] | null>('local:prompt-actions', {
  fallback: null,
});

/** Chats are deleted after so many days without use; null: never. */
export const autoDeleteItem = storage.defineItem<AutoDeleteDays | null>('local:auto-delete-days', {
  fallback: null,
});

/** The chat that a panel opens with. */
export const lastChatItem = storage.defineItem<ChatId | null>('local:last-chat', { fallback: null });

/** The same for private windows, where nothing may go to the disk. */
export const lastPrivateChatItem = storage.defineItem<ChatId | null>('session:last-private-chat', {
  fallback: null,
});

/**
 * The temporary chat of one place (a window's panel, or a tab), in the browser's memory: whether there is one, its id
 * once it has begun, and its drafts.
 */
export const temporaryItems = (place: string) => ({
  isOn: storage.defineItem<boolean>(`session:temporary-on/${place}`, { fallback: false }),
  chat: storage.defineItem<ChatId | null>(`session:temporary-chat/${place}`, { fallback: null }),
  draft: storage.defineItem<Readonly<Record<string, string>>>(`session:temporary-draft/${place}`, {
    fallback: {},
  }),
});

/** Changes whenever chats that are kept in memory change, so that panels read them again. */
export const memoryRevisionItem = storage.defineItem<string>('session:memory-revision', { fallback: '' });

/** How the passphrase over the keys stands, as the background last told; null: it has not yet. */
export const keyLockItem = storage.defineItem<KeyLockView | null>('session:key-lock', { fallback: null });

/** How many chats the database holds, noted apart from it: browsers empty a broken one without a word. */
export const storedChatsItem = storage.defineItem<number>('local:stored-chats', { fallback: 0 });

/** Selections that wait for a panel, by window. */
export const pendingQuestionsItem = storage.defineItem<Readonly<Record<string, PendingQuestion>>>(
  'session:pending-questions',
  { fallback: {} },
);

/** A tab that a click let Aside read, with the origin it showed then. */
export interface GrantedTab {
  readonly origin: string;
  readonly at: number;
}

/** Granted tabs by id. */
export const grantedTabsItem = storage.defineItem<Readonly<Record<string, GrantedTab>>>('session:granted-tabs', {
  fallback: {},
});

/** Windows whose side panel is open, as far as Chrome tells. */
export const openPanelsItem = storage.defineItem<readonly number[]>('session:open-panels', { fallback: [] });
