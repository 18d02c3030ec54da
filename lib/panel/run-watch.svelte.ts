import type { ChatId } from '../domain/ids';
import type { EngineClient } from '../messaging/engine-client';
import { keepShown } from './keep-shown';
import { LiveAnswers } from './live-answers.svelte';

/** Follows the live runs of the chat on view, over gaps and lost backgrounds. */
export class RunWatch {
  readonly live = new LiveAnswers();
  readonly #client: EngineClient;
  readonly #chatId: () => ChatId | null;

  constructor(client: EngineClient, chatId: () => ChatId | null) {
    this.#client = client;
    this.#chatId = chatId;
    client.onOpen(() => this.again());
    client.onDisconnect(() => {
      if (this.live.streaming.length > 0) this.again();
    });
    client.onPush((message) => {
      if (message.type === 'run-snapshot') this.live.take(message.snapshot);
      else if (message.type === 'run-batch' && !this.live.apply(message.batch)) this.again();
    });
  }

  /** Takes the live runs up once more; where the background cannot be reached, that is a line in the console. */
  again(): void {
    this.start().catch((reason: unknown) => console.warn('Aside: the background cannot be reached.', reason));
  }

  /** Takes up the live runs of the chat on view, after a gap or a lost background. */
  async start(): Promise<void> {
    const chatId = this.#chatId();
    const kept = keepShown(this.#client, this.live.streaming);
    const runs = await this.#client.request({ type: 'watch', chatId });
    await kept;
    if (chatId === this.#chatId()) this.live.replaceAll(runs);
  }
}
