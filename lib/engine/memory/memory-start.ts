import { SEES_ALL, type MemoryStart } from '../../domain/memory/memory-start';
import { rememberThread } from '../../domain/memory/remember-thread';
import type { AnswerSources } from '../answer-events';
import { nextRequest, type MemoryQuestion } from './next-request';

/**
 * Tells where a model's memory of a chat begins: which messages of the branch on view go with a question asked now, by the
 * code that builds its prompt. Rejects with a ChatFailure where the model is missing.
 */
export async function memoryStart(
  sources: Pick<AnswerSources, 'store' | 'resolveModel'>,
  question: MemoryQuestion,
): Promise<MemoryStart> {
  const next = await nextRequest(sources, question);
  if (next === null) return SEES_ALL;
  const { firstSeen = null } = rememberThread(next.source);
  return { firstSeen };
}
