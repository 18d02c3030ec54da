import type { Browser } from '../platform/browser';
import type { Channel } from './channel';

/** A runtime port as a channel. Posting to a port that is gone does nothing: `onClose` has told it. */
export function portChannel(port: Browser.runtime.Port): Channel {
  let open = true;
  port.onDisconnect.addListener(() => {
    open = false;
  });
  return {
    post(message) {
      if (open) port.postMessage(message);
    },
    onMessage(listener) {
      port.onMessage.addListener((message: unknown) => listener(message));
    },
    onClose(listener) {
      port.onDisconnect.addListener(() => listener());
    },
    close() {
      open = false;
      port.disconnect();
    },
  };
}
