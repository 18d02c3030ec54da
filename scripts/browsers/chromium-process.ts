import type { ChildProcess } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createCdpPipe, type CdpPipe } from './cdp-pipe.ts';
import { orKill, startGroup } from './child-group.ts';
import { poll } from './poll.ts';

export interface ChromiumProcess {
  readonly child: ChildProcess;
  readonly pipe: CdpPipe;
  /** HTTP address of the DevTools endpoint, for Playwright. */
  readonly endpoint: string;
  readonly extensionId: string;
  /** Id of the incognito window's browser context while there is one. */
  privateContext?: string | undefined;
}

interface StartOptions {
  readonly program: string;
  readonly profile: string;
  readonly extension: string;
  readonly headless: boolean;
  readonly width: number;
  readonly height: number;
  /** File to log the network into; none without it. */
  readonly netLog?: string | undefined;
}

/**
 * Starts an installed Chromium, Chrome or Edge and loads the unpacked extension through the debugging pipe:
 * branded builds no longer take `--load-extension`, so there is one way for all.
 */
export async function startChromium(options: StartOptions): Promise<ChromiumProcess> {
  const portFile = join(options.profile, 'DevToolsActivePort');
  await rm(portFile, { force: true });
  const child = startGroup(options.program, switches(options), ['ignore', 'ignore', 'ignore', 'pipe', 'pipe']);
  return orKill(child, async () => {
    // Node types only the first three of the five streams; these two were asked for as pipes.
    const pipe = createCdpPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
    const unpacked = { path: options.extension, enableInIncognito: true };
    const { id } = await pipe.send<{ id: string }>('Extensions.loadUnpacked', unpacked);
    const port = await poll('the DevTools port of Chromium', async () => {
      return (await readFile(portFile, 'utf8')).split('\n')[0];
    });
    return { child, pipe, endpoint: `http://127.0.0.1:${port}`, extensionId: id };
  });
}

function switches(options: StartOptions): string[] {
  return [
    `--user-data-dir=${options.profile}`,
    `--window-size=${options.width},${options.height}`,
    '--remote-debugging-pipe',
    '--remote-debugging-port=0',
    '--enable-unsafe-extension-debugging',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-search-engine-choice-screen',
    '--password-store=basic',
    '--use-mock-keychain',
    '--hide-crash-restore-bubble',
    ...(options.netLog === undefined ? [] : [`--log-net-log=${options.netLog}`]),
    ...(options.headless ? ['--headless=new'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ];
}
