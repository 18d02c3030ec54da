import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { mixedTokens } from '../../../tests/support/fake-provider/mixed-answer.ts';
import { FLOOR_PAGE } from './floor-page.ts';

export interface FloorServer {
  /** The page; it begins when its `stream(tokens, perSecond)` is called. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the floor: a bare page and the plain text of the same answer, streamed to it at a given rate. */
export async function serveFloor(): Promise<FloorServer> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/stream') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(FLOOR_PAGE);
      return;
    }
    const tokens = Number(searchParams.get('tokens'));
    void stream(response, tokens, Number(searchParams.get('perSecond')));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const FRAME_MS = 16;

/** Writes what is due once a frame: what reading single tokens would cost the page is no part of the floor. */
async function stream(response: ServerResponse, tokens: number, perSecond: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
  const start = performance.now();
  let held = '';
  let sent = 0;
  let writeAt = start;
  for (const token of mixedTokens(tokens)) {
    const dueAt = start + (++sent * 1_000) / perSecond;
    if (dueAt > writeAt) {
      if (held !== '') response.write(held);
      held = '';
      const wait = dueAt - performance.now();
      if (wait > 0) await sleep(wait);
      writeAt = dueAt + FRAME_MS;
    }
    held += token;
  }
  response.end(held);
}
