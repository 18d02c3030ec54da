import type { Appearance } from '../domain/appearance';
import type { ModelRef } from '../domain/chat';
import type { ProviderId } from '../domain/ids';
import type { KeyLockView } from '../domain/key-lock';
import type { LanguageModelApi } from '../domain/language-model';
import type { Machine } from '../domain/local/machine';
import type { AutoDeleteDays } from '../domain/history/auto-delete';
import type { KeptStorage } from '../domain/kept-storage';
import type { ModelList } from '../domain/model-facts';
import type { ParameterSettings } from '../domain/parameter-settings';
import type { Persona } from '../domain/persona';
import type { ProviderConfig } from '../domain/provider-config';
import type { PromptAction } from '../domain/prompt-actions';
import type { SiteRules } from '../domain/site-rules';
import type { SpendingBook } from '../domain/spending/spending-book';
import type { SpendingBudget } from '../domain/spending/spending-budget';
import type { TimeLimits } from '../domain/time-limits';
import type { EngineClient } from '../messaging/engine-client';
import type { StoredItem } from './stored-item.svelte';

/** All that the settings page needs from outside. */
export interface SettingsServices {
  readonly client: EngineClient;
  readonly providers: StoredItem<readonly ProviderConfig[]>;
  readonly defaultModel: StoredItem<ModelRef | null>;
  /** What each provider's server listed, by the provider's id. */
  readonly modelLists: StoredItem<Readonly<Record<string, ModelList>>>;
  /** How answers are to be in all chats. */
  readonly parameters: StoredItem<ParameterSettings>;
  readonly personas: StoredItem<readonly Persona[]>;
  readonly appearance: StoredItem<Appearance>;
  /** The chosen language, one of `LOCALES`; null: as the browser wants it. */
  readonly chosenLanguage: StoredItem<string | null>;
  readonly timeLimits: StoredItem<TimeLimits>;
  readonly spendingBudget: StoredItem<SpendingBudget>;
  /** What was spent. */
  readonly spending: StoredItem<SpendingBook>;
  /** Whether the budget is what the page was opened for. */
  readonly startsAtBudget: boolean;
  /** How the passphrase over the keys stands; null: not known yet. */
  readonly keyLock: StoredItem<KeyLockView | null>;
  /** The provider whose key is to be entered first; null: none. */
  readonly enterKeyOf: ProviderId | null;
  /** The user's actions; null: those of a new installation. */
  readonly promptActions: StoredItem<readonly PromptAction[] | null>;
  /** The browser's language in its own words. */
  readonly language: string;
  readonly siteRules: StoredItem<SiteRules>;
  /** Match patterns of what Aside may reach for good. */
  readonly allowedSites: () => Promise<readonly string[]>;
  readonly disallowSite: (pattern: string) => Promise<void>;
  readonly builtIn: ProviderConfig;
  readonly version: string;
  readonly hasHostAccess: (baseUrl: string) => Promise<boolean>;
  /** Both ask in the click that calls them. */
  readonly requestHostAccess: (baseUrl: string) => Promise<boolean>;
  readonly requestDataCollection: () => Promise<boolean>;
  /** Asks, in the click that calls it, for leave to reach servers on this machine. */
  readonly requestLoopbackAccess: () => Promise<boolean>;
  readonly machine: () => Promise<Machine>;
  /** The browser's own model; null: it has none. */
  readonly languageModel: LanguageModelApi | null;
  /** Opens the page that exports and imports chats. */
  readonly openWorkbench: () => void;
  readonly keptStorage: KeptStorage;
  /** After how many days without use chats are deleted; null: never. */
  readonly autoDelete: StoredItem<AutoDeleteDays | null>;
  /** The browser's shortcuts for Aside, as they are set now. */
  readonly shortcuts: () => Promise<readonly { readonly name: string; readonly keys: string }[]>;
}
