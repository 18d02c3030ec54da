import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that reached the canary. */
export interface CanaryRequest {
  readonly path: string;
  readonly referrer: string | undefined;
}

/** A server that answers everything with a page and keeps who came. */
export interface Canary {
  /** Host and port. */
  readonly host: string;
  readonly requests: readonly CanaryRequest[];
  close(): Promise<void>;
}

/** Starts one on a free port of 127.0.0.1. */
export async function serveCanary(): Promise<Canary> {
  const requests: CanaryRequest[] = [];
  const server = createServer((request, response) => {
    // The icon of a tab is the browser's own errand.
    if (request.url !== '/favicon.ico') {
      requests.push({ path: request.url ?? '', referrer: request.headers.referer });
    }
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Canary</title><p>Somebody came.</p>');
  });
  // A connection that says nothing is one that was made ahead of time.
  server.on('connection', (socket) =>
    socket.on('close', () => {
      if (socket.bytesRead === 0) requests.push({ path: '(connection)', referrer: undefined });
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
