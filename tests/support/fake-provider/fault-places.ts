import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { type FakeProvider, startFakeProvider } from './start-fake-provider.ts';

/** Where a request of the fault catalogue goes. */
export type FaultPlace =
  | 'provider'
  /** A port that nobody listens on. */
  | 'nobody'
  /** A host name that does not exist. */
  | 'no-such-name'
  /** TLS with a certificate that nobody signed. */
  | 'self-signed'
  /** https to a server that speaks plain http. */
  | 'plain-http'
  /** A server that answers, but in no HTTP. */
  | 'not-http';

export interface FaultPlaces {
  readonly provider: FakeProvider;
  /** Where the redirects of `provider` point; no request may ever come to it. */
  readonly other: FakeProvider;
  /** Addresses without a path. */
  readonly urls: Readonly<Record<FaultPlace, string>>;
  readonly close: () => Promise<void>;
}

/** Starts all that the fault catalogue needs, on free loopback ports. */
export async function startFaultPlaces(): Promise<FaultPlaces> {
  const [provider, other, secure, gone, rude] = await Promise.all([
    startFakeProvider(),
    startFakeProvider(),
    startFakeProvider({ https: { key: readPem('self-signed.key'), cert: readPem('self-signed.crt') } }),
    startFakeProvider(),
    startRudeServer(),
  ]);
  await gone.close();
  // Whoever follows a redirect gets a good answer, and so is caught.
  other.setScenario('plain');
  provider.setRedirect(`${other.url}{path}`);
  return {
    provider,
    other,
    urls: {
      provider: provider.url,
      nobody: gone.url,
      'no-such-name': 'https://no-such-host.invalid',
      'self-signed': secure.url,
      'plain-http': provider.url.replace('http:', 'https:'),
      'not-http': rude.url,
    },
    close: async () => {
      await Promise.all([provider.close(), other.close(), secure.close(), rude.close()]);
    },
  };
}

async function startRudeServer(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end('SSH-2.0-OpenSSH_9.2\r\n', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => await new Promise((resolve) => server.close(() => resolve())),
  };
}

function readPem(file: string): string {
  return readFileSync(new URL(`../../fixtures/tls/${file}`, import.meta.url), 'utf8');
}
