/** Events of several sources as one stream. */
export interface EventQueue<Event> {
  push(event: Event): void;
  /** No more come. */
  close(): void;
  /** What was pushed, in order, until it is closed; for one reader. */
  readonly events: AsyncGenerator<Event, void, void>;
}

/** Makes an empty one. */
export function createEventQueue<Event>(): EventQueue<Event> {
  const waiting: Event[] = [];
  let closed = false;
  let wake = (): void => undefined;

  async function* read(): AsyncGenerator<Event, void, void> {
    for (;;) {
      const event = waiting.shift();
      if (event !== undefined) yield event;
      else if (closed) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  }

  return {
    push(event) {
      waiting.push(event);
      wake();
    },
    close() {
      closed = true;
      wake();
    },
    events: read(),
  };
}
