import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** Serves the sample page on a free port of 127.0.0.1 for as long as this process lives. Returns its address. */
export async function serveSamplePage(): Promise<string> {
  const html = await readFile(join(import.meta.dirname, '../sample-page/index.html'));
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(html);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sample page has no port');
  return `http://127.0.0.1:${address.port}/`;
}
