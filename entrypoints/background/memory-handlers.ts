import type { MemoryStart } from '../../lib/domain/memory/memory-start';
import type { MemoryQuestion } from '../../lib/engine/memory/next-request';
import type { Summaries } from '../../lib/engine/memory/summaries';
import type { RequestHandlers } from '../../lib/messaging/panel-host';
import type { PanelRequest } from '../../lib/messaging/protocol';

/** What carries out what panels ask of a model's memory of a chat. */
export interface MemoryServices {
  readonly start: (question: MemoryQuestion) => Promise<MemoryStart>;
  readonly summaries: Summaries;
}

type MemoryRequest = Extract<
  PanelRequest['type'],
  'memory-start' | 'summary-state' | `${'plan' | 'make' | 'stop' | 'edit' | 'drop'}-summary`
>;

/** Wires the requests that concern a model's memory of a chat. */
export function createMemoryHandlers({ start, summaries }: MemoryServices): Pick<RequestHandlers, MemoryRequest> {
  const done = async (work: Promise<void>): Promise<null> => {
    await work;
    return null;
  };
  return {
    'memory-start': (question) => start(question),
    'plan-summary': (question) => summaries.plan(question),
    'make-summary': (question) => done(summaries.make(question)),
    'stop-summary': ({ chatId }) => {
      summaries.stop(chatId);
      return null;
    },
    'summary-state': ({ chatId }) => summaries.stateOf(chatId),
    'edit-summary': (summary) => done(summaries.edit(summary)),
    'drop-summary': (summary) => done(summaries.drop(summary)),
  };
}
