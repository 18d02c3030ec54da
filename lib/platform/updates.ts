import { browser } from './browser';

/** How long panels must have been silent and answers done, in ms: what was just asked has become a run by then. */
const QUIET_MS = 2_000;

/** The part of `browser.runtime` that updates go through. */
interface UpdateRuntime {
  readonly onUpdateAvailable: { addListener(listener: () => void): void };
  reload(): void;
}

/** Lets an update of Aside in between two answers. */
export interface UpdateGate {
  /** Told true when the first answer begins and false when the last has ended. */
  readonly answering: (active: boolean) => void;
  /** Told that a panel asked for something, which may become an answer. */
  readonly asked: () => void;
}

/**
 * Makes updates wait while an answer is written. Firefox installs one at once, and ends the background with it, unless
 * somebody listens to `onUpdateAvailable`; then it waits for `reload` or the browser's next start
 * (developer.mozilla.org, runtime.onUpdateAvailable). Chrome waits by itself until the background has gone idle, which an
 * answer prevents (developer.chrome.com, runtime.onUpdateAvailable): there nothing is done. Must be called while the
 * background starts, as a sleeping one is woken only for listeners added then.
 */
export function createUpdateGate(runtime: UpdateRuntime = browser.runtime): UpdateGate {
  if (import.meta.env.BROWSER !== 'firefox') return { answering: () => undefined, asked: () => undefined };
  let waiting = false;
  let active = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function consider(): void {
    clearTimeout(timer);
    if (waiting && !active) timer = setTimeout(() => runtime.reload(), QUIET_MS);
  }

  runtime.onUpdateAvailable.addListener(() => {
    waiting = true;
    consider();
  });
  return {
    answering(now) {
      active = now;
      consider();
    },
    asked: consider,
  };
}
