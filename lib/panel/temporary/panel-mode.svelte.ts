import type { ChatId } from '../../domain/ids';
import type { EngineClient } from '../../messaging/engine-client';
import type { PanelRequest } from '../../messaging/protocol';
import type { PanelServices } from '../panel-services';
import type { PanelStorage } from '../panel-storage.svelte';
import { StoredItem, type StorageItem } from '../stored-item.svelte';
import { openSessionDrafts, type SessionDrafts } from './session-drafts';
import type { NextView } from './temporary-chats';

/** Where chats are read, and the line to the background. */
interface Connection {
  readonly client: EngineClient;
  readonly storage: PanelStorage;
}

/** What the browser's memory holds of a place's temporary chat. */
interface TemporaryItems {
  readonly isOn: StorageItem<boolean>;
  readonly chat: StorageItem<ChatId | null>;
  readonly draft: StorageItem<Readonly<Record<string, string>>>;
}

type Own = 'client' | 'storage' | 'list' | 'draftStore' | 'temporary' | 'wanted' | 'lastChat';

interface PanelModeDependencies {
  /** What is the same for all chats. */
  readonly common: Omit<PanelServices, Own>;
  readonly lastChat: StoredItem<ChatId | null>;
  /** Opens the stored chats or the temporary ones. */
  readonly connect: (temporary: boolean) => Connection;
  /** Null where there are no temporary chats. */
  readonly items: TemporaryItems | null;
}

/**
 * A panel's services, for stored chats or for a temporary one. Each change of this makes them anew, with a line of their
 * own to the background: nothing of a temporary chat is known to what shows stored ones, nor the other way round.
 */
export class PanelMode {
  readonly #dependencies: PanelModeDependencies;
  #drafts: SessionDrafts | null = null;
  #services = $state.raw() as PanelServices;

  private constructor(dependencies: PanelModeDependencies) {
    this.#dependencies = dependencies;
  }

  /** Opens a panel as it was left: a temporary chat stays while the browser runs and its place is there. */
  static async open(dependencies: PanelModeDependencies): Promise<PanelMode> {
    const mode = new PanelMode(dependencies);
    const isOn = (await dependencies.items?.isOn.getValue()) ?? false;
    await mode.#show(isOn);
    return mode;
  }

  /** The services of the chats on view. */
  get services(): PanelServices {
    return this.#services;
  }

  async #start(items: TemporaryItems): Promise<void> {
    await Promise.all([items.chat.setValue(null), items.draft.setValue({}), items.isOn.setValue(true)]);
    await this.#show(true);
  }

  async #end(items: TemporaryItems, next: NextView): Promise<void> {
    const chatId = await items.chat.getValue();
    if (chatId !== null) await this.#services.client.request({ type: 'end-temporary-chat', chatId });
    await this.#leave(items, next);
  }

  async #keep(items: TemporaryItems, next?: NextView): Promise<void> {
    const chatId = await items.chat.getValue();
    if (chatId !== null) await this.#services.client.request({ type: 'keep-temporary-chat', chatId });
    await this.#leave(items, next ?? { chatId, message: null });
  }

  async #leave(items: TemporaryItems, { chatId, message }: NextView): Promise<void> {
    this.#drafts?.close();
    await Promise.all([items.chat.setValue(null), items.draft.setValue({}), items.isOn.setValue(false)]);
    await this.#dependencies.lastChat.set(chatId);
    await this.#show(false, message);
  }

  /** Notes which chat begins before it does: a panel that closes then finds it again, and can end it. */
  #noting({ client, storage }: Connection, { chat }: TemporaryItems): Connection {
    const request: EngineClient['request'] = async (asked) => {
      const sent: PanelRequest = asked;
      if (sent.type === 'send') await chat.setValue(sent.chatId);
      return client.request(asked);
    };
    return { storage, client: { ...client, request } };
  }

  async #show(temporary: boolean, wanted: PanelServices['wanted'] = null): Promise<void> {
    const { common, lastChat, connect, items } = this.#dependencies;
    const former = this.#services;
    const list = connect(false);
    if (!temporary || items === null) {
      const control = items && { isOn: false, start: () => this.#start(items), ...NOT_ON };
      this.#services = {
        ...common,
        ...list,
        list,
        lastChat,
        draftStore: localStorage,
        temporary: control,
        wanted,
      };
    } else {
      this.#drafts = await openSessionDrafts(items.draft);
      this.#services = {
        ...common,
        ...this.#noting(connect(true), items),
        list,
        lastChat: new StoredItem(items.chat),
        draftStore: this.#drafts,
        temporary: {
          isOn: true,
          start: () => Promise.resolve(),
          end: (next) => this.#end(items, next),
          keep: (next) => this.#keep(items, next),
        },
        wanted: null,
      };
    }
    former?.client.close();
    former?.list.client.close();
  }
}

const NOT_ON = { end: () => Promise.resolve(), keep: () => Promise.resolve() };
