import { browser } from './browser';

/** Both browsers stop an idle background after 30 s; any extension API call counts as life (measured at 20 s). */
const BEAT_MS = 20_000;

/** A heartbeat that keeps the background alive while it is on, and costs nothing while it is off. */
export function createKeepAlive(): (active: boolean) => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  return (active) => {
    clearInterval(timer);
    timer = active ? setInterval(() => void browser.runtime.getPlatformInfo(), BEAT_MS) : undefined;
  };
}
