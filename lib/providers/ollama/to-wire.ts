import type { Effort, ModelParameters } from '../../domain/model-parameters';
import type { PromptMessage, ProviderRequest } from '../provider';

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
    messages: [...system, ...request.messages.map(toMessage)],
    stream: true,
    truncate: false,
    shift: false,
    options: { num_ctx: numCtx, ...optionsOf(request.parameters) },
    ...(thinks ? { think: thinkOf(request.parameters?.effort) } : {}),
  };
}

function toMessage({ role, text, pictures = [] }: PromptMessage): object {
  const images = role === 'user' ? pictures.map(({ data }) => data) : [];
  return { role, content: text, ...(images.length === 0 ? {} : { images }) };
}

/** Its names for what its user asked for (“Modelfile”, parameters). */
function optionsOf({ temperature, topP, maxTokens, stop }: ModelParameters = {}): Readonly<
  Record<string, unknown>
> {
  return {
    ...(temperature !== undefined && { temperature }),
    ...(topP !== undefined && { top_p: topP }),
    ...(maxTokens !== undefined && { num_predict: maxTokens }),
    ...(stop !== undefined && { stop }),
  };
}

/** “Thinking”: yes, no, or one of three words. */
function thinkOf(effort: Effort | undefined): boolean | 'low' | 'medium' | 'high' {
  if (effort === undefined) return true;
  if (effort === 'none') return false;
  if (effort === 'minimal' || effort === 'low') return 'low';
  return effort === 'medium' ? 'medium' : 'high';
}
