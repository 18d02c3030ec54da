import { ChatFailure } from '../../lib/domain/errors';
import { previewOf } from '../../lib/domain/page-preview';
import { LOCAL_SERVERS, waysToAsk } from '../../lib/domain/local/local-servers';
import { passageOf } from '../../lib/domain/passage';
import { hostOf, isOnDevice, type ProviderConfig } from '../../lib/domain/provider-config';

import type { ChatCommands } from '../../lib/engine/chat-commands';
import type { ChatEngine } from '../../lib/engine/chat-engine';
import type { PageSource } from '../../lib/engine/page-source';
import type { Spending } from '../../lib/engine/spending/spending';
import type { TreeCommands } from '../../lib/engine/tree-commands';
import type { RequestViews } from '../../lib/engine/view-requests';
import type { WholePageViews } from '../../lib/engine/whole-page/view-whole-page';
import type { HostedPanel, RequestHandlers } from '../../lib/messaging/panel-host';
import { locatePassage } from '../../lib/page/locate-passage';
import { findServers } from '../../lib/providers/find-servers';
import { askForModels } from '../../lib/providers/test-connection';
import type { ChatVault } from '../../lib/storage/chat-vault';
import type { KeyStore } from '../../lib/storage/key-store';
import { answerQuery } from './answer-query';
import type { DataHandlers } from './data-handlers';
import { draftOwner } from '../../lib/storage/draft-pictures';
import { createKeyHandlers } from './key-handlers';
import { TEST_LIMIT_MS, testProvider } from './test-provider';
import { createMemoryHandlers, type MemoryServices } from './memory-handlers';
import type { createTemporaryHandlers } from './temporary-handlers';

interface Services {
  readonly vault: ChatVault;
  readonly keys: KeyStore;
  readonly data: DataHandlers;
  readonly pages: PageSource;
  readonly engine: ChatEngine;
  readonly commands: ChatCommands;
  readonly tree: TreeCommands;
  readonly requests: RequestViews;
  readonly wholePages: WholePageViews;
  readonly memory: MemoryServices;
  readonly spending: Spending;
  /** Whether the user lets Aside look into pages of this address at all. */
  readonly mayRead: (url: string) => Promise<boolean>;
  /** The requests that end temporary chats. */
  readonly temporary: ReturnType<typeof createTemporaryHandlers>;
  /** Resolves when what earlier backgrounds left has been settled: nothing is answered before. */
  readonly settled: Promise<void>;
}

/** Wires every request of a panel to the service that carries it out. */
export function createRequestHandlers(services: Services): RequestHandlers {
  const { vault, keys, data, pages, engine, commands, tree, requests, wholePages, mayRead, settled } = services;
  const { spending } = services;

  /** Waits until dead runs are settled, and answers with nothing. */
  const after = async (work: () => Promise<void>): Promise<null> => {
    await settled;
    await work();
    return null;
  };

  const secretsOf = async ({ kind, id, baseUrl }: ProviderConfig) =>
    (isOnDevice({ kind }) ? null : await keys.credentialsFor(id, hostOf(baseUrl))) ?? { key: null };

  /** Panels that are open behind other tabs. */
  const unseen = new WeakSet<HostedPanel>();

  return {
    watch: async ({ chatId }, panel) => {
      await settled;
      if (chatId === null) {
        panel.watch(() => undefined);
        return [];
      }
      const watch = engine.watch(chatId, {
        started: (snapshot) => panel.post({ type: 'run-snapshot', snapshot }),
        batch: (batch) => panel.post({ type: 'run-batch', batch }),
        isSeen: () => !unseen.has(panel),
      });
      panel.watch(watch.close);
      if (!unseen.has(panel)) void engine.markSeen(chatId).catch(console.error);
      return watch.live;
    },
    send: (request) =>
      after(async () => {
        await engine.send(request);
        // The question leaves before its panel begins to draw it.
        await new Promise((resolve) => setTimeout(resolve));
      }),
    regenerate: (request) => after(() => engine.regenerate(request)),
    resume: (request) => after(() => engine.resume(request)),
    'keep-shown': ({ messageId, parts }) => after(() => engine.keepShown({ messageId, parts })),
    stop: ({ messageId }) => after(() => engine.stop(messageId)),
    'retry-now': ({ messageId }) => after(async () => engine.retryNow(messageId)),
    unqueue: ({ chatId, messageId }) => after(() => engine.unqueue(chatId, messageId)),
    'send-queued': ({ chatId }) => after(() => engine.sendQueued(chatId)),
    'rename-chat': ({ chatId, title }) => after(() => commands.rename(chatId, title)),
    'clear-chat': ({ chatId }) => after(() => commands.clear(chatId)),
    'undo-clear': ({ chatId }) => after(() => commands.undoClear(chatId)),
    'organise-chats': ({ chatIds, change }) => after(() => commands.organise(chatIds, change)),
    look: ({ chatId, visible }, panel) =>
      after(async () => {
        if (visible) unseen.delete(panel);
        else unseen.add(panel);
        if (visible && chatId !== null) await engine.markSeen(chatId);
      }),
    'select-version': ({ messageId }) => after(() => commands.selectVersion(messageId)),
    'delete-messages': (request) => after(() => tree.deleteMessages(request)),
    'undo-delete-messages': ({ chatId, deletionId, leafId }) =>
      after(() => tree.undoDelete(chatId, deletionId, leafId)),
    'fork-chat': ({ messageId, chatId }) => after(() => tree.fork(messageId, chatId)),
    'set-read-page': ({ chatId, readPage }) => after(() => commands.setReadPage(chatId, readPage)),
    'set-parameters': ({ chatId, parameters }) => after(() => commands.setParameters(chatId, parameters)),
    rate: ({ messageId, rating, comment, reasons }) =>
      after(() => commands.rate(messageId, rating, comment, reasons)),
    'capture-page': async ({ tabId, chatId, previous, confirmed }) =>
      previewOf(await pages.capture({ tabId, snapshotId: null }, chatId, { previous, confirmed })),
    'choose-blocks': async ({ snapshotId, omitted, kept, chatId }) =>
      previewOf(await pages.choose(snapshotId, omitted, chatId, kept)),
    'preview-request': async (draft) => {
      await settled;
      return requests.preview(draft);
    },
    'sent-request': ({ messageId }) => requests.sent(messageId),
    'plan-whole-page': async (draft) => {
      await settled;
      return wholePages.plan(draft);
    },
    'sent-whole-page': ({ messageId }) => wholePages.sent(messageId),
    'show-passage': async ({ snapshotId, blockId, quote }) => {
      const snapshot = await vault.store.snapshot(snapshotId);
      const passage = snapshot && passageOf(snapshot, blockId, quote);
      if (snapshot === undefined || passage === undefined) {
        throw new ChatFailure({
          kind: 'unknown',
          detail: 'The page that this passage is from is no longer stored.',
        });
      }
      return locatePassage(snapshot, passage, { isAllowed: mayRead });
    },
    ...createMemoryHandlers(services.memory),
    'keep-picture': ({ picture }) =>
      after(() =>
        vault.store.putDraftPicture({ ...picture, messageId: draftOwner(picture.id), draftAt: Date.now() }),
      ),
    'drop-picture': ({ pictureId }) => after(() => vault.store.dropDraftPicture(pictureId)),
    ...createKeyHandlers(keys),
    ...services.temporary,
    ...data,
    query: async ({ query }) => {
      await settled;
      return answerQuery(vault.queries, query);
    },
    'give-up-database': () => after(async () => vault.giveUpDatabase()),
    'retry-storage': () => vault.retry(),
    'test-connection': async ({ config }) => testProvider(config, await secretsOf(config), spending),
    'note-chats': () => after(() => vault.noteChats()),
    'list-models': async ({ config }) =>
      askForModels({ ...(await secretsOf(config)), config }, AbortSignal.timeout(TEST_LIMIT_MS)),
    'find-servers': ({ at }) =>
      findServers(
        at === null ? LOCAL_SERVERS : waysToAsk(at),
        // A look without a key and without a word of the user's; what is then saved is asked about.
        { allowInsecure: true },
        AbortSignal.timeout(TEST_LIMIT_MS),
      ),
  };
}
