/**
 * A thought as its provider sealed it, to be sent back unchanged with the next question: the model then goes on from it.
 * Only the provider that made it can read it, and only the model that made it is given it.
 */
export type ThoughtSeal =
  /** A thinking block of Anthropic's Messages API. */
  | { readonly kind: 'anthropic-thinking'; readonly thinking: string; readonly signature: string }
  /** One whose text Anthropic keeps to itself. */
  | { readonly kind: 'anthropic-redacted'; readonly data: string }
  /** A reasoning item of OpenAI's Responses API. */
  | {
      readonly kind: 'openai-reasoning';
      readonly id: string;
      readonly summary: readonly string[];
      readonly encrypted: string;
    };

/** What a person can read of a sealed thought; empty where nothing. */
export function readableThought(seal: ThoughtSeal): string {
  switch (seal.kind) {
    case 'anthropic-thinking':
      return seal.thinking;
    case 'anthropic-redacted':
      return '';
    case 'openai-reasoning':
      return seal.summary.join('\n\n');
  }
}

/** How long the part is that only the provider can read, in characters. */
export function sealedLength(seal: ThoughtSeal): number {
  switch (seal.kind) {
    case 'anthropic-thinking':
      return seal.signature.length;
    case 'anthropic-redacted':
      return seal.data.length;
    case 'openai-reasoning':
      return seal.encrypted.length;
  }
}
