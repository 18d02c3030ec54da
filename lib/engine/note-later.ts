/** Work that gives way to what is under way. */
export interface LaterNote {
  /** Carries the work out in the next task. One that fails is a line in the console. */
  note(work: () => Promise<void>): void;
  /** Waits for the work under way; what has not begun is dropped. */
  close(): Promise<void>;
}

/** Makes a place for one piece of work: a request that begins now is on its way before it. */
export function createLaterNote(): LaterNote {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let working: Promise<void> | undefined;
  return {
    note(work) {
      timer = setTimeout(() => {
        working = work().catch((reason: unknown) => console.warn('Aside: a note was not written.', reason));
      });
    },
    async close() {
      clearTimeout(timer);
      await working;
    },
  };
}
