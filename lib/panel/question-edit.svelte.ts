import type { AttachedPart } from '../domain/attachments/attached';
import type { Message } from '../domain/chat';
import type { Attached } from './attachments/attached.svelte';

/** A question that was sent and is written anew in the composer; the draft there is kept for afterwards. */
export class QuestionEdit {
  #question = $state.raw<Message | null>(null);
  /** How it reads by now. */
  text = $state('');
  /** What is to go with it by now. */
  readonly attached: Attached;

  constructor(attached: Attached) {
    this.attached = attached;
  }

  /** The question; null while none is edited. */
  get question(): Message | null {
    return this.#question;
  }

  begin(question: Message, text: string, attached: readonly AttachedPart[] = []): void {
    this.#question = question;
    this.text = text;
    this.attached.show(attached);
  }

  end(): void {
    this.#question = null;
    this.text = '';
    this.attached.show([]);
  }
}
