import type { ChatId } from '../../lib/domain/ids';
import type { SummaryState } from '../../lib/domain/memory/summary-view';
import { createPageSource } from '../../lib/engine/capture-page';
import { createChatCommands, type ChatCommands } from '../../lib/engine/chat-commands';
import { createChatEngine, type ChatEngine, type ChatEngineDependencies } from '../../lib/engine/chat-engine';
import { settleDeadRuns } from '../../lib/engine/settle-dead-runs';
import { createSummaries } from '../../lib/engine/memory/summaries';
import { memoryStart } from '../../lib/engine/memory/memory-start';
import { createDeadRunCounter } from '../../lib/engine/spending/count-dead-run';
import { createTreeCommands } from '../../lib/engine/tree-commands';
import { createRequestViews } from '../../lib/engine/view-requests';
import { createWholePageViews } from '../../lib/engine/whole-page/view-whole-page';
import type { Channel } from '../../lib/messaging/channel';
import { hostPanel } from '../../lib/messaging/panel-host';
import { createAnyActive } from '../../lib/platform/any-active';
import type { ChatVault } from '../../lib/storage/chat-vault';
import type { KeyStore } from '../../lib/storage/key-store';
import type { DataHandlers } from './data-handlers';
import { createRequestHandlers } from './request-handlers';
import { createTemporaryHandlers, type TemporaryChats } from './temporary-handlers';

/** Deleted chats and unused page previews stay this long, so that Undo works. */
const PURGE_AFTER_MS = 60 * 60 * 1000;

interface ChatServiceDependencies extends Omit<ChatEngineDependencies, 'store' | 'pages' | 'onActivity'> {
  readonly vault: ChatVault;
  readonly keys: KeyStore;
  /** Switched on while answers are written. */
  readonly activities: readonly ((active: boolean) => void)[];
  readonly readTab: Parameters<typeof createPageSource>[0]['readTab'];
  /** Makes what ends the chats, where they are temporary ones. */
  readonly temporary?: (engine: ChatEngine) => TemporaryChats;
  readonly data: DataHandlers;
  readonly mayRead: (url: string) => Promise<boolean>;
  readonly readSelection: NonNullable<Parameters<typeof createPageSource>[0]['readSelection']>;
}

/** The chats of one vault, served to panels. */
export interface ChatService {
  host(panel: Channel): void;
  /** Stops every answer; what waits for one is asked no more. */
  stopAll(): Promise<void>;
  /** Tells every panel that all chats are gone. */
  tellErased(): void;
  readonly commands: ChatCommands;
  /** What ends these chats; null: they are no temporary ones. */
  readonly temporary: TemporaryChats | null;
}

/** Composes the engine over a vault, and settles what an earlier background left there. */
export function serveChats({
  vault,
  keys,
  data,
  readTab,
  mayRead,
  readSelection,
  activities,
  temporary: makeTemporary,
  ...others
}: ChatServiceDependencies): ChatService {
  const { store, health } = vault;
  const pages = createPageSource({ store, readTab, readSelection });
  const busy = createAnyActive((active) => activities.forEach((activity) => activity(active)));
  const sources = { store, pages, resolveModel: others.resolveModel };
  const engine = createChatEngine({
    ...others,
    store,
    pages,
    onActivity: busy(),
  });
  const summaryWatchers = new Set<(chatId: ChatId, state: SummaryState | null) => void>();
  const summaries = createSummaries({
    ...sources,
    spending: others.spending,
    inChat: engine.inChat,
    onActivity: busy(),
    onChange: (chatId, state) => summaryWatchers.forEach((watch) => watch(chatId, state)),
  });
  const temporary = makeTemporary?.(engine) ?? null;
  const commands = createChatCommands({ store, engine });
  const tree = createTreeCommands({ store, engine });

  const settled = settleDeadRuns(store, others.ownerId, Date.now(), {
    count: createDeadRunCounter({ ...others, store }),
    spending: others.spending,
  });
  void settled.then(() => store.purgeDeleted(Date.now() - PURGE_AFTER_MS)).catch(console.error);

  const panels = new Set<Channel>();
  const handlers = createRequestHandlers({
    vault,
    keys,
    data,
    pages,
    engine,
    commands,
    tree,
    requests: createRequestViews(sources),
    wholePages: createWholePageViews(sources),
    memory: { start: (question) => memoryStart(sources, question), summaries },
    mayRead,
    spending: others.spending,
    settled,
    temporary: createTemporaryHandlers(temporary),
  });
  return {
    temporary,
    commands,
    tellErased: () => panels.forEach((panel) => panel.post({ type: 'erased' })),
    host(panel) {
      panels.add(panel);
      panel.onClose(() => panels.delete(panel));
      hostPanel(panel, handlers);
      const tell = () => panel.post({ type: 'storage-state', state: health.state });
      tell();
      panel.onClose(health.onChange(tell));
      const watch = (chatId: ChatId, state: SummaryState | null) =>
        panel.post({ type: 'summary-state', chatId, state });
      summaryWatchers.add(watch);
      panel.onClose(() => void summaryWatchers.delete(watch));
    },
    async stopAll() {
      summaries.stopAll();
      const chats = await vault.queries.chats();
      const waiting = chats.filter(({ queue }) => queue.length > 0).map(({ id }) => id);
      await store.changeChats(waiting, () => ({ queue: [] }));
      await Promise.all(chats.map(({ id }) => engine.stopChat(id)));
    },
  };
}
