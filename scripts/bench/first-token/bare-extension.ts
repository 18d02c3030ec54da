import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MANIFEST = {
  manifest_version: 3,
  name: 'Bare',
  version: '1',
  permissions: ['sidePanel'],
  host_permissions: ['http://127.0.0.1/*'],
  background: { service_worker: 'background.js' },
  side_panel: { default_path: 'sidepanel.html' },
  action: {},
};

const PAGE = `<!doctype html><meta charset="utf-8" /><title>Bare</title>
<textarea aria-label="Message" rows="1" placeholder="Ask anything…"></textarea><p>Empty</p><script src="page.js"></script>
`;

/** Sends what was typed over a port, as any panel must. */
const PAGE_SCRIPT = `
let port;
const field = document.querySelector('textarea');
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  if (port === undefined) {
    port = chrome.runtime.connect();
    port.onDisconnect.addListener(() => (port = undefined));
  }
  port.postMessage(field.value);
  field.value = '';
});
`;

/** Commits three rows, then asks. */
const background = (url: string): string => `
const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open('bare', 1);
  request.onupgradeneeded = () => {
    for (const name of ['messages', 'bodies', 'runs']) request.result.createObjectStore(name, { keyPath: 'id' });
  };
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
async function ask(text) {
  const database = await opened;
  const id = crypto.randomUUID();
  const transaction = database.transaction(['messages', 'bodies', 'runs'], 'readwrite');
  transaction.objectStore('messages').put({ id, role: 'user', at: Date.now() });
  transaction.objectStore('bodies').put({ id, text });
  transaction.objectStore('runs').put({ id, seq: 0 });
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  const body = JSON.stringify({ model: 'plain', stream: true, messages: [{ role: 'user', content: text }] });
  const headers = { 'content-type': 'application/json', authorization: 'Bearer bare' };
  const response = await fetch(${JSON.stringify(url)}, { method: 'POST', headers, body });
  await response.text();
}
chrome.runtime.onConnect.addListener((port) => port.onMessage.addListener(ask));
chrome.action.onClicked.addListener((tab) => chrome.sidePanel.open({ windowId: tab.windowId }));
`;

/** An extension that does no more than what cannot be left out, in a folder of its own. */
export interface BareExtension {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Writes it; its questions go to `url`. */
export async function buildBareExtension(url: string): Promise<BareExtension> {
  const folder = await mkdtemp(join(tmpdir(), 'bare-extension-'));
  await Promise.all([
    writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST)),
    writeFile(join(folder, 'sidepanel.html'), PAGE),
    writeFile(join(folder, 'page.js'), PAGE_SCRIPT),
    writeFile(join(folder, 'background.js'), background(url)),
  ]);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
