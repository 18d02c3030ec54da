import type { EndReason, StreamEvent } from '../../lib/domain/stream-event';
import type { Provider, ProviderRequest } from '../../lib/providers/provider';

/** A provider that a test leads by hand: an async generator that waits for the next word. */
export interface ScriptedProvider {
  readonly provider: Provider;
  /** Every request so far. */
  readonly requests: readonly ProviderRequest[];
  /** How many of its generators have run their `finally`. */
  readonly freed: () => number;
  say(text: string): void;
  end(reason?: EndReason): void;
  yields(event: StreamEvent): void;
  throws(reason: Error): void;
  /** Ends the generator without an `end`. */
  returns(): void;
}

type Step = { event: StreamEvent } | { reason: Error } | { done: true };

/**
 * Makes the provider; steps are queued until a generator takes them. It breaks the provider's contract on purpose:
 * it ignores the abort signal and goes on after its end for as long as it is asked.
 */
export function createScriptedProvider(): ScriptedProvider {
  const requests: ProviderRequest[] = [];
  const steps: Step[] = [];
  let freed = 0;
  let wake = (): void => undefined;

  function push(step: Step): void {
    steps.push(step);
    wake();
  }

  async function* provider(request: ProviderRequest): AsyncGenerator<StreamEvent> {
    requests.push(request);
    try {
      for (;;) {
        const step = steps.shift();
        if (step === undefined) await new Promise<void>((resolve) => (wake = resolve));
        else if ('event' in step) yield step.event;
        else if ('reason' in step) throw step.reason;
        else return;
      }
    } finally {
      freed += 1;
    }
  }

  return {
    provider,
    requests,
    freed: () => freed,
    say: (text) => push({ event: { type: 'text-delta', text } }),
    end: (reason = 'complete') => push({ event: { type: 'end', reason } }),
    yields: (event) => push({ event }),
    throws: (reason) => push({ reason }),
    returns: () => push({ done: true }),
  };
}
