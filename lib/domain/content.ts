/** A piece of a message's body. */
export type ContentPart = TextPart | ReasoningPart;

export interface TextPart {
  readonly type: 'text';
  /** Markdown in an answer; plain text in a question. */
  readonly text: string;
}

export interface ReasoningPart {
  readonly type: 'reasoning';
  readonly text: string;
}

/** The visible text of a body: its text parts joined. */
export function textOf(parts: readonly ContentPart[]): string {
  return parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
}
