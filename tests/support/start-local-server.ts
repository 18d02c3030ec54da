import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a model server on this machine does wrong. */
export type LocalMode = 'well' | 'origin' | 'loading' | 'memory' | 'no-models';

/** An Ollama as the doctor meets it, on a free loopback port. */
export interface LocalServerRig {
  readonly url: string;
  /** The origins of its requests, as `GET /api/tags chrome-extension://…`. */
  readonly origins: readonly string[];
  setMode: (mode: LocalMode) => void;
  close: () => Promise<void>;
}

/** Starts one. Other paths than Ollama's are a 404 of plain text, as Ollama's own. */
export async function startLocalServer(): Promise<LocalServerRig> {
  let mode: LocalMode = 'well';
  const origins: string[] = [];

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { origin = 'none' } = request.headers;
    const path = request.url ?? '';
    origins.push(`${request.method} ${path} ${origin}`);
    const json = (value: object, status = 200): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    // Ollama refuses origins that it was not told of, with no word.
    if (mode === 'origin' && /^(chrome|moz)-extension:/.test(origin)) return void response.writeHead(403).end();
    switch (path) {
      case '/api/tags':
        return json({
          models: mode === 'no-models' ? [] : [{ model: 'llama3.2:latest' }, { model: 'qwen3:1.7b' }],
        });
      case '/api/ps':
        return json({ models: [] });
      case '/api/show':
        return json({ model_info: { 'llama.context_length': 131_072 }, capabilities: ['completion'] });
      case '/api/chat':
        if (mode === 'loading') return json({ error: 'Loading model' }, 503);
        if (mode === 'memory') {
          return json({ error: 'model requires more system memory (9.1 GiB) than is available (3.4 GiB)' }, 500);
        }
        response.writeHead(200, { 'content-type': 'application/x-ndjson' });
        return void response.end(
          '{"message":{"role":"assistant","content":"ok"},"done":true,"done_reason":"stop"}\n',
        );
      default:
        return void response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found');
    }
  }

  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => answer(request, response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    origins,
    setMode: (next) => (mode = next),
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
