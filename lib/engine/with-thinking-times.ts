import type { RunEvent } from '../domain/stream-event';

/**
 * Puts `reasoning-start` and `reasoning-end` round each stretch of thinking, with the time (milliseconds since the
 * epoch): it ends when the answer goes on or is over. Providers need not know of it.
 */
export async function* withThinkingTimes(
  events: AsyncIterable<RunEvent>,
  now: () => number,
): AsyncGenerator<RunEvent, void, void> {
  let thinking = false;
  for await (const event of events) {
    if (event.type === 'reasoning-delta' && !thinking) {
      thinking = true;
      yield { type: 'reasoning-start', at: now() };
    } else if (thinking && endsThinking(event)) {
      thinking = false;
      yield { type: 'reasoning-end', at: now() };
    }
    yield event;
  }
}

/** Token counts come in between, and a seal belongs to its thought. */
function endsThinking({ type }: RunEvent): boolean {
  return type !== 'reasoning-delta' && type !== 'reasoning-seal' && type !== 'usage';
}
