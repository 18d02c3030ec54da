import type { Message } from '../domain/chat';

/** A question that was sent and is written anew in the composer; the draft there is kept for afterwards. */
export class QuestionEdit {
  #question = $state.raw<Message | null>(null);
  /** How it reads by now. */
  text = $state('');

  /** The question; null while none is edited. */
  get question(): Message | null {
    return this.#question;
  }

  begin(question: Message, text: string): void {
    this.#question = question;
    this.text = text;
  }

  end(): void {
    this.#question = null;
    this.text = '';
  }
}
