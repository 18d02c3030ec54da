import type { ProviderRequest } from '../provider';

/** How a request is sent. */
export interface ChatOptions {
  /** Tokens that question and answer get together. */
  readonly numCtx: number;
  /** The model can think, and is to give its thoughts apart from its answer. */
  readonly thinks: boolean;
}

/**
 * A request of `POST /api/chat`. `truncate` and `shift` forbid the server to leave out the beginning of what does not
 * fit, which it otherwise does without a word: it then says so, or ends the answer.
 */
export function toOllamaRequest(request: ProviderRequest, { numCtx, thinks }: ChatOptions): object {
  const system = request.system === '' ? [] : [{ role: 'system', content: request.system }];
  return {
    model: request.model,
    messages: [...system, ...request.messages.map(({ role, text }) => ({ role, content: text }))],
    stream: true,
    truncate: false,
    shift: false,
    options: { num_ctx: numCtx },
    ...(thinks ? { think: true } : {}),
  };
}
