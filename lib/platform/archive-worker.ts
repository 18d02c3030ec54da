import { language } from '../words/locale';
import { browser } from './browser';

interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (path: string) => string },
  ): { createScriptURL(path: string): string };
}

/** What the policy lets start: our own file, and nothing else. */
const WORKER = '/archive-worker.js';

/**
 * Starts the worker that reads and writes files. The content policy lets a worker start only by a policy of that name,
 * which knows one file. Its page may have no network; the worker asks for none.
 */
export function startArchiveWorker(): Worker {
  const { version } = browser.runtime.getManifest();
  const address = (path: string) => {
    if (path !== WORKER) throw new TypeError(`${path} is no worker of Aside's.`);
    return `${browser.runtime.getURL(WORKER)}?version=${encodeURIComponent(version)}&language=${language()}`;
  };
  const { trustedTypes } = globalThis as { readonly trustedTypes?: PolicyFactory };
  policy ??= trustedTypes?.createPolicy('aside-worker', { createScriptURL: address }) ?? {
    createScriptURL: address,
  };
  return new Worker(policy.createScriptURL(WORKER));
}

let policy: ReturnType<PolicyFactory['createPolicy']> | undefined;
