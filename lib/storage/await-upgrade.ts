import { SCHEMA_VERSION } from './schema';

/** Pause between two looks, in ms. */
const PAUSE_MS = 50;
/** After that long the database is opened whatever it is, in ms: longer than the background waits for it. */
const LIMIT_MS = 20_000;

/**
 * Resolves when the stored database is of the present schema, or there is none. An older one is brought up to it by the
 * background alone: where an old page holds it, only the first that opens it is told so by the browser, and whoever
 * comes next waits without a word.
 */
export async function awaitUpgrade(name = 'aside'): Promise<void> {
  const until = performance.now() + LIMIT_MS;
  while ((await isOlder(name)) && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Whether the stored database is of an earlier schema. */
export async function isOlder(name: string): Promise<boolean> {
  try {
    const found = (await indexedDB.databases()).find((database) => database.name === name);
    // Dexie's native version is ten times ours.
    return found?.version !== undefined && found.version < SCHEMA_VERSION * 10;
  } catch {
    // Where databases can't be told, opening one says why.
    return false;
  }
}
