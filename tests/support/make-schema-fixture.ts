/**
 * Writes what the built extension stores to tests/fixtures/storage/schema-<version>.json: the whole database of a
 * browser in which a few things were done. Run it once for each schema that is released, before the next one is begun:
 *
 *   npm run build && node tests/support/make-schema-fixture.ts
 *
 * tests/component/storage/schemas.test.ts then holds for ever that later code opens it with nothing lost.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserPage } from '../../scripts/browsers/aside-browser.ts';
import { launchAside } from '../../scripts/browsers/launch-aside.ts';
import { ask, finishedAnswer, lastAnswer } from '../e2e/support/ask.ts';
import { connectProvider } from '../e2e/support/connect-provider.ts';
import { servePages } from '../e2e/support/serve-pages.ts';
import { startFakeProvider } from './fake-provider/start-fake-provider.ts';

const PAGE = `<!doctype html><html lang="en"><title>Harbour Bridge</title><main><h1>Harbour Bridge</h1>
<p>The bridge was opened on 19 March 1932 by the mayor, and carries six lanes.</p></main></html>`;

const fake = await startFakeProvider();
const pages = await servePages({ '/bridge': PAGE });
const aside = await launchAside('chromium', { grants: ['http://127.0.0.1/*'] });
try {
  await (await aside.firstTab()).goto(`${pages.origin}/bridge`);
  const panel = await aside.openPanel();
  await ask(panel, 'When was the bridge opened?');
  await finishedAnswer(panel, 'Reader');
  await lastAnswer(panel, 'Reader').getByRole('button', { name: 'Good response' }).click();
  await lastAnswer(panel, 'Reader').getByRole('button', { name: 'Regenerate' }).click();
  await panel.waitForText('2 of 2');
  await finishedAnswer(panel, 'Reader');
  await connectProvider(aside, {
    provider: 'OpenAI',
    name: 'Fake',
    baseUrl: fake.url,
    model: 'echo',
    key: 'sk-fixture',
  });
  await panel.getByRole('button', { name: 'New chat', exact: true }).click();
  await ask(panel, 'Say “ünï¢ødé 🙂” and a\nsecond line.');
  await finishedAnswer(panel, 'Fake');
  fake.setScenario('picture');
  await ask(panel, 'Draw it.');
  await finishedAnswer(panel, 'Fake');
  fake.setScenario('cut');
  await ask(panel, 'Break off, please.');
  await lastAnswer(panel, 'Fake').getByRole('alert').waitFor();
  const dump = await dumpDatabase(panel);
  const version = Math.floor(dump.version / 10);
  const path = join(import.meta.dirname, `../fixtures/storage/schema-${version}.json`);
  await writeFile(path, `${JSON.stringify(dump, null, 2)}\n`);
  console.log(path);
} finally {
  await aside.close();
  await pages.close();
  await fake.close();
}

/** All that the database of the extension holds, read as it stands. */
function dumpDatabase(page: BrowserPage) {
  return page.evaluate(async () => {
    const done = <Result>(request: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The request failed.'));
      });
    const database = await done(indexedDB.open('aside'));
    const tables: Record<string, object> = {};
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const indexes = [...store.indexNames].map((index) => {
        const { keyPath, unique, multiEntry } = store.index(index);
        return { name: index, keyPath, unique, multiEntry };
      });
      tables[name] = { keyPath: store.keyPath, indexes, rows: await done(store.getAll()) };
    }
    database.close();
    return { version: database.version, tables };
  });
}
