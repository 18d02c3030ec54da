import { spawn, spawnSync, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';

const GRACE = 5_000;
const running = new Set<ChildProcess>();

process.once('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
});

/** Starts a program at the head of a process group of its own; whatever is left of it ends with this process. */
export function startGroup(
  path: string,
  args: readonly string[],
  stdio: StdioOptions,
  env: NodeJS.ProcessEnv = process.env,
): ChildProcess {
  const child = spawn(path, args, { stdio, env, detached: process.platform !== 'win32' });
  running.add(child);
  child.once('exit', () => {
    // Helpers of the browser may outlive it.
    signalGroup(child, 'SIGKILL');
    running.delete(child);
  });
  return child;
}

/** Does work that belongs to a program just started; if the work fails, the program's group is killed with it. */
export async function orKill<Result>(child: ChildProcess, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    await killGroup(child);
    throw error;
  }
}

/** Kills the group at once, as a crash would, and waits for its head to be gone. */
export async function killGroup(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  signalGroup(child, 'SIGKILL');
  await ended;
}

/** Waits until a program has ended. */
export async function awaitEnd(child: ChildProcess): Promise<void> {
  if (!hasEnded(child)) await once(child, 'exit');
}

/** Waits for a program that was asked to end; kills its group if it has not after 5 s. */
export async function endGroup(child: ChildProcess): Promise<void> {
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE);
  await awaitEnd(child);
  clearTimeout(timer);
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    if (!hasEnded(child)) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
