import type { MemoryStart } from '../../lib/domain/memory/memory-start';
import type { MemoryQuestion } from '../../lib/engine/memory/memory-start';
import type { RequestHandlers } from '../../lib/messaging/panel-host';

/** What carries out what panels ask of a model's memory of a chat. */
export interface MemoryServices {
  readonly memoryStart: (question: MemoryQuestion) => Promise<MemoryStart>;
}

/** Wires the requests that concern a model's memory of a chat. */
export function createMemoryHandlers({ memoryStart }: MemoryServices): Pick<RequestHandlers, 'memory-start'> {
  return { 'memory-start': (question) => memoryStart(question) };
}
