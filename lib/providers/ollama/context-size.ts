import { estimateTokens } from '../../domain/budget';
import type { ProviderRequest } from '../provider';

/**
 * Sizes that are asked for, in tokens. Another size makes the server load the model anew, so a chat that grows is to
 * meet few of them; and each takes memory, so there is one between a power of two and the next.
 */
const SIZES: readonly number[] = [
  ...Array.from({ length: 7 }, (_, step) => [8_192 * 2 ** step, 12_288 * 2 ** step]).flat(),
  1_048_576,
];

/** Tokens kept for the answer, with its thoughts; and at most, where a longer one is asked for. */
const ANSWER_TOKENS = 4_096;
const LONG_ANSWER_TOKENS = 32_768;

/** Bytes of UTF-8 to a token, at the least, that common text comes to; and tokens that a turn takes by itself. */
const BYTES_A_TOKEN = 3;
const TURN_TOKENS = 16;

/** Tokens that one picture takes: some models make 256 of it, Llama 3.2 Vision 1,601. */
const PICTURE_TOKENS = 2_048;

/** How much room a request gets. */
export type ContextSize =
  | { readonly fits: true; readonly numCtx: number }
  /** It does not fit, for certain or perhaps: then only a server that says so may be asked. */
  | { readonly fits: 'perhaps'; readonly numCtx: number }
  | { readonly fits: false };

/**
 * The `num_ctx` for a request: enough for it and an answer, at most what the model was made for, and the size that the
 * model is loaded with where that is enough.
 */
export function contextSize(
  request: Pick<ProviderRequest, 'system' | 'messages' | 'parameters'>,
  { model, loaded }: { readonly model: number | undefined; readonly loaded: number | undefined },
): ContextSize {
  const texts = [request.system, ...request.messages.map(({ text }) => text)];
  const pictures = sum(request.messages.map((message) => (message.pictures?.length ?? 0) * PICTURE_TOKENS));
  const most = sum(texts.map((text) => utf8Length(text) / BYTES_A_TOKEN + TURN_TOKENS)) + pictures;
  const answer = Math.min(Math.max(ANSWER_TOKENS, request.parameters?.maxTokens ?? 0), LONG_ANSWER_TOKENS);
  const needed = Math.ceil(most) + answer;
  if (loaded !== undefined && loaded >= needed) return { fits: true, numCtx: loaded };
  const size = SIZES.find((one) => one >= needed) ?? needed;
  if (model === undefined || size <= model) return { fits: true, numCtx: size };
  if (most < model) return { fits: true, numCtx: model };
  return sum(texts.map(estimateTokens)) + pictures < model ? { fits: 'perhaps', numCtx: model } : { fits: false };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

const encoder = new TextEncoder();

function utf8Length(text: string): number {
  return encoder.encode(text).length;
}
