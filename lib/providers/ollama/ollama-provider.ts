import type { StreamEvent } from '../../domain/stream-event';
import type { GuardOptions } from '../network/guarded-fetch';
import { runStream } from '../network/run-stream';
import type { Provider } from '../provider';
import { createOllamaClient } from './client';
import { createOllamaDecoder } from './from-wire';
import { planRequest, type RequestPlan } from './plan-request';
import { toOllamaRequest } from './to-wire';

/**
 * Ollama by its own API: unlike its OpenAI-compatible one it takes the room that a request needs (`num_ctx`), and has
 * none of it cut in silence.
 */
export function createOllamaProvider(options: GuardOptions): Provider {
  return async function* (request, signal): AsyncGenerator<StreamEvent, void, void> {
    if (signal.aborted) return;
    const plan = await planRequest(options, request, signal).catch((): RequestPlan | null => null);
    if (plan === null || signal.aborted) return;
    if ('error' in plan) return yield { type: 'error', error: plan.error };
    if (plan.isLoaded === false) yield { type: 'phase', phase: 'loading-model' };
    const { guard, chat } = createOllamaClient(options);
    const decoder = createOllamaDecoder(plan.numCtx, guard.origin);
    const open = async (connection: AbortSignal) => await chat(toOllamaRequest(request, plan), connection);
    yield* runStream({ guard, decoder, open, clock: options.clock }, signal);
  };
}
