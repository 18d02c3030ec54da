/** What one reading may cost, so that a monstrous page gives a part of its text and not a hang. */
export interface Budget {
  /** Counts one step; false once time or size is used up. */
  step(): boolean;
  /** Counts characters taken. */
  take(characters: number): void;
  /** As much of a text as may still be taken; where that is not all of it, the budget is spent. */
  cut(text: string): string;
  readonly spent: boolean;
}

const STEPS_PER_CLOCK = 64;

/** Limits in milliseconds and in characters of text; `now` is a millisecond clock. */
export function createBudget(
  milliseconds: number,
  characters: number,
  now: () => number = () => performance.now(),
): Budget {
  const end = now() + milliseconds;
  let left = characters;
  let steps = 0;
  let spent = false;
  return {
    step() {
      steps += 1;
      if (left <= 0 || (steps % STEPS_PER_CLOCK === 0 && now() > end)) spent = true;
      return !spent;
    },
    take(count) {
      left -= count;
    },
    cut(text) {
      if (text.length <= left) return text;
      spent = true;
      return text.slice(0, Math.max(0, left));
    },
    get spent() {
      return spent;
    },
  };
}
