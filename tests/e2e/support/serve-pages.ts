import { once } from 'node:events';
import { createServer } from 'node:http';

export interface PageServer {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves HTML by path on a free port of 127.0.0.1, with these headers beside; any other path is a 404. */
export async function servePages(
  pages: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<PageServer> {
  const server = createServer((request, response) => {
    const html = pages[new URL(request.url ?? '/', 'http://127.0.0.1').pathname];
    response.writeHead(html === undefined ? 404 : 200, { ...headers, 'content-type': 'text/html; charset=utf-8' });
    response.end(html ?? 'Not found');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
