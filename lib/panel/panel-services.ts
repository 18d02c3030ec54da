import type { Appearance } from '../domain/appearance';
import type { ModelRef } from '../domain/chat';
import type { ChatId, ProviderId } from '../domain/ids';
import type { KeyLockView } from '../domain/key-lock';
import type { ModelList } from '../domain/model-facts';
import type { PendingQuestion } from '../domain/pending-question';
import type { ParameterSettings } from '../domain/parameter-settings';
import type { Persona } from '../domain/persona';
import type { ProviderConfig } from '../domain/provider-config';
import type { SiteRules } from '../domain/site-rules';
import type { SpendingBook } from '../domain/spending/spending-book';
import type { SpendingBudget } from '../domain/spending/spending-budget';
import type { TokenRatios } from '../domain/spending/token-ratio';
import type { TimeLimits } from '../domain/time-limits';
import type { EngineClient } from '../messaging/engine-client';
import type { WantedMessage } from './history/message-reveal.svelte';
import type { TabInFront } from './page-context.svelte';
import type { PanelStorage } from './panel-storage.svelte';
import type { StoredItem } from './stored-item.svelte';
import type { DraftStore } from './temporary/session-drafts';
import type { TemporaryChats } from './temporary/temporary-chats';

/** All that the panel's components need from outside, built once where the panel starts. */
export interface PanelServices {
  readonly client: EngineClient;
  /** Where chats are read. */
  readonly storage: PanelStorage;
  readonly providers: StoredItem<readonly ProviderConfig[]>;
  readonly defaultModel: StoredItem<ModelRef | null>;
  /** What each provider's server listed, by the provider's id. */
  readonly modelLists: StoredItem<Readonly<Record<string, ModelList>>>;
  readonly favouriteModels: StoredItem<readonly ModelRef[]>;
  readonly recentModels: StoredItem<readonly ModelRef[]>;
  /** How answers are to be in all chats. */
  readonly parameters: StoredItem<ParameterSettings>;
  readonly personas: StoredItem<readonly Persona[]>;
  readonly appearance: StoredItem<Appearance>;
  /** The stored chats, which the list shows and changes also beside a temporary one. */
  readonly list: Pick<PanelServices, 'client' | 'storage'>;
  /** Where drafts are kept. */
  readonly draftStore: DraftStore;
  /** The way into a temporary chat and out of it; null: there are none here. */
  readonly temporary: TemporaryChats | null;
  /** A message to go to once the panel stands; null: none. */
  readonly wanted: WantedMessage | null;
  readonly lastChat: StoredItem<ChatId | null>;
  readonly pendingQuestions: StoredItem<Readonly<Record<string, PendingQuestion>>>;
  readonly timeLimits: StoredItem<TimeLimits>;
  /** Whether long lines of code are wrapped. */
  readonly wrapCode: StoredItem<boolean>;
  /** Whether thoughts stay open when the answer begins. */
  readonly keepThoughtsOpen: StoredItem<boolean>;
  readonly builtIn: ProviderConfig;
  /** Aside's version. */
  readonly version: string;
  /** Whether this page is a tab of its own rather than the side panel. */
  readonly inTab: boolean;
  /** The window this panel is in. */
  readonly windowId: number | null;
  readonly currentTab: () => Promise<TabInFront | null>;
  /** Calls back when the tab in front changes, or what may be read of it. Returns the way out. */
  readonly onPageChange: (listener: () => void) => () => void;
  /** What the user decided about reading sites. */
  readonly siteRules: StoredItem<SiteRules>;
  /** Whether a site may be read for good. */
  readonly hasSite: (url: string) => Promise<boolean>;
  /** Asks for a site's pages for good; must run inside a click. */
  readonly requestSite: (url: string) => Promise<boolean>;
  /** Asks for every site's pages; must run inside a click. */
  readonly requestAllSites: () => Promise<boolean>;
  /** Firefox's question about what may be sent to a provider; must run inside a click. */
  readonly requestDataCollection: () => Promise<boolean>;
  readonly openSettings: () => void;
  /** Opens the settings at the key of a provider. */
  readonly openKeyEntry: (providerId: ProviderId) => void;
  readonly spendingBudget: StoredItem<SpendingBudget>;
  /** What was spent, and what private windows spent. */
  readonly spending: StoredItem<SpendingBook>;
  readonly privateSpending: StoredItem<SpendingBook>;
  /** How each model's provider counts beside what was estimated. */
  readonly tokenRatios: StoredItem<TokenRatios>;
  /** The notice of a budget that was dismissed last. */
  readonly seenBudgetNotice: StoredItem<string>;
  /** Opens the settings at the budget. */
  readonly openBudget: () => void;
  /** How the passphrase over the keys stands; null: not known yet. */
  readonly keyLock: StoredItem<KeyLockView | null>;
  readonly openInTab: () => void;
  /** Opens the page that prints a chat. */
  readonly openPrint: (chatId: ChatId) => void;
}
