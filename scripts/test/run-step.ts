import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How many tests of a step passed and failed. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** Runs a command of this project with its output on show. Returns whether it succeeded as one test. */
export async function runStep(command: string, args: readonly string[]): Promise<Outcome> {
  return (await runShown(command, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs a command found on the PATH or in node_modules/.bin, its output on show. Returns its exit code. */
export async function runShown(command: string, args: readonly string[]): Promise<number> {
  // On Windows the commands of npm packages are batch files, which only a shell runs.
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
