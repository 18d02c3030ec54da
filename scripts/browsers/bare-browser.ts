import { execFile, spawnSync, type ChildProcess } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { endGroup, killGroup, orKill, startGroup } from './child-group.ts';
import { findBrowser, type BrowserFamily } from './find-browser.ts';

const run = promisify(execFile);

/**
 * A browser as a user has it: with a window (on a virtual display of its own) and nothing that drives or debugs it, for
 * what those change, such as how long a background lives. It takes keys and clicks, and tells nothing: let the
 * extension's own requests tell. Linux with Xvfb and xdotool only.
 */
export interface BareBrowser {
  /** Types an address into the address bar, which takes pages of extensions too. */
  visit(url: string): Promise<void>;
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>;
  /** Presses keys by their X names, e.g. `Return`, `ctrl+t`. */
  press(...keys: string[]): Promise<void>;
  /** What stands in the window's title bar. */
  title(): Promise<string>;
  /** Writes a picture of the whole display; needs ImageMagick's `import`. */
  screenshot(path: string): Promise<void>;
  /** How many service workers run in it now, by the names of its threads (Chromium). */
  countWorkers(): Promise<number>;
  /** Ends it in good order. */
  close(): Promise<void>;
}

interface BareOptions {
  /** A profile that a driven browser has prepared and left. */
  readonly profile: string;
  /** Folder of the built extension, the same as then. */
  readonly extension: string;
  readonly width?: number;
  readonly height?: number;
}

/** Starts one. Throws a sentence where the display or the keys are missing. */
export async function startBareBrowser(family: BrowserFamily, options: BareOptions): Promise<BareBrowser> {
  const { width = 900, height = 800 } = options;
  for (const tool of ['Xvfb', 'xdotool']) {
    if (spawnSync(tool, ['-help']).error) throw new Error(`A browser without a driver needs ${tool}: install it.`);
  }
  const display = await startDisplay(width, height);
  const env = { ...process.env, DISPLAY: display.name };
  const key = (...args: string[]) => run('xdotool', args, { env, timeout: 120_000 });
  const child = await orKill(display.child, async () => {
    const switches = family === 'firefox' ? firefoxSwitches(options) : chromiumSwitches(options, width, height);
    const started = startGroup(findBrowser(family), switches, 'ignore', env);
    // Without a window manager nobody else gives the window the focus.
    await orKill(started, () => key('search', '--sync', '--onlyvisible', '--name', '.+', 'windowfocus', '%@'));
    return started;
  });

  const type = async (text: string): Promise<void> => void (await key('type', '--delay', '40', text));
  const press = async (...keys: string[]): Promise<void> => void (await key('key', '--delay', '100', ...keys));
  return {
    type,
    press,
    visit: async (url) => {
      await press('ctrl+l');
      await type(url);
      await press('Return');
    },
    title: async () => (await key('getwindowfocus', 'getwindowname')).stdout,
    screenshot: async (path) => void (await run('import', ['-window', 'root', path], { env })),
    countWorkers: () => countThreads(child.pid ?? 0, 'ServiceWorker t'),
    close: async () => {
      child.kill('SIGTERM');
      await endGroup(child);
      await killGroup(display.child);
    },
  };
}

/** A display without a screen, under the first number that is free. */
async function startDisplay(width: number, height: number): Promise<{ name: string; child: ChildProcess }> {
  const screen = ['-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'];
  const child = startGroup('Xvfb', ['-displayfd', '1', ...screen], ['ignore', 'pipe', 'ignore']);
  let number = '';
  for await (const chunk of child.stdout ?? []) {
    number += String(chunk);
    if (number.endsWith('\n')) return { name: `:${number.trim()}`, child };
  }
  throw new Error('Xvfb ended before it had a display');
}

function chromiumSwitches({ profile, extension }: BareOptions, width: number, height: number): string[] {
  return [
    `--user-data-dir=${profile}`,
    `--load-extension=${extension}`,
    `--window-size=${width},${height}`,
    '--window-position=0,0',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--password-store=basic',
    '--use-mock-keychain',
    '--hide-crash-restore-bubble',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ];
}

function firefoxSwitches({ profile }: BareOptions): string[] {
  return ['--no-remote', '--profile', profile, 'about:blank'];
}

/** Threads of a name among all processes of a group. */
async function countThreads(group: number, name: string): Promise<number> {
  let found = 0;
  for (const pid of (await readdir('/proc')).filter((entry) => /^\d+$/.test(entry))) {
    // The field after the state in parentheses: parent, then group.
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    if (Number(stat.slice(stat.lastIndexOf(')')).split(' ')[3]) !== group) continue;
    for (const thread of await readdir(`/proc/${pid}/task`).catch(() => [])) {
      const comm = await readFile(`/proc/${pid}/task/${thread}/comm`, 'utf8').catch(() => '');
      if (comm.trim() === name) found += 1;
    }
  }
  return found;
}
