import type { Message } from '../../domain/chat';
import type { MessageId } from '../../domain/ids';

/** The arrow that was used, and how far below the top of the view it was, in CSS pixels. */
export interface VersionStep {
  readonly step: -1 | 1;
  readonly top: number;
}

interface VersionMovesDependencies {
  readonly versionsOf: (message: Message) => readonly Message[];
  /** Puts a message's branch on view. */
  readonly select: (messageId: MessageId) => Promise<void>;
}

/** Moves between the versions of a message: the focus goes along, and what is on view then is said. */
export class VersionMoves {
  readonly #dependencies: VersionMovesDependencies;
  #said = $state('');
  #awaited: { readonly id: MessageId; readonly by: VersionStep } | null = null;

  constructor(dependencies: VersionMovesDependencies) {
    this.#dependencies = dependencies;
  }

  /** What was reached last, for those who listen. */
  get said(): string {
    return this.#said;
  }

  /** Puts the version before or after a message on view; nothing beyond the first and the last. */
  async step(message: Message, by: VersionStep): Promise<void> {
    const versions = this.#dependencies.versionsOf(message);
    const index = versions.findIndex(({ id }) => id === message.id) + by.step;
    const target = versions[index];
    if (target === undefined) return;
    this.#awaited = { id: target.id, by };
    this.#said = '';
    await this.#dependencies.select(target.id);
    this.#said = `Version ${index + 1} of ${versions.length}.`;
  }

  /** By which step somebody came to this version, told once: its arrows take the focus. */
  arrived(id: MessageId): VersionStep | null {
    if (this.#awaited?.id !== id) return null;
    const { by } = this.#awaited;
    this.#awaited = null;
    return by;
  }
}
