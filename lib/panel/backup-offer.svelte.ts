import type { BackupSummary } from '../domain/backup/backup';
import { describeRestore, offerBackup } from '../domain/backup/describe-backup';
import { toChatError } from '../domain/errors';
import type { EngineClient } from '../messaging/engine-client';

/** The backup as a page knows it, and what brings it back. */
export class BackupOffer {
  #summary = $state.raw<BackupSummary | null>(null);
  #restoring = $state.raw(false);
  readonly #client: EngineClient;

  constructor(client: EngineClient) {
    this.#client = client;
  }

  /** What it holds; null: not known yet, or there is none. */
  get summary(): BackupSummary | null {
    return this.#summary;
  }

  /** Whether chats are coming back just now. */
  get restoring(): boolean {
    return this.#restoring;
  }

  /** The offer in words; null where there is nothing to offer. */
  get words(): string | null {
    return this.#summary === null ? null : offerBackup(this.#summary);
  }

  /** Asks what it holds. Rejects where the background can't be reached. */
  async look(): Promise<void> {
    this.#summary = await this.#client.request({ type: 'backup-summary' });
  }

  /** Brings everything in it back that is not there. Resolves to what came, or why nothing did, in words. */
  async restore(): Promise<string> {
    this.#restoring = true;
    try {
      return describeRestore(await this.#client.request({ type: 'restore-backup' }));
    } catch (reason) {
      return `Nothing came back from the backup. ${toChatError(reason).detail ?? 'Try again.'}`;
    } finally {
      this.#restoring = false;
      await this.look().catch(() => undefined);
    }
  }
}
