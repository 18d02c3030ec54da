// Runs on whatever Node >= 20.19 the user has, before anything is installed: no packages, no TypeScript.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { runQuietly, step } from './progress.mjs';

const root = join(import.meta.dirname, '..');
const modules = join(root, 'node_modules');
const nodePackage = join(modules, 'node');
const pinnedNode = join(nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Installs the dependencies if they are not those of the lockfile, then runs a TypeScript file of this project on the
 * Node version it is pinned to, with this process's arguments. Ends this process with the same exit code.
 */
export async function runPinned(script) {
  try {
    if (!isInstalled()) await step('Installing dependencies from the lockfile', install);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
  const child = spawn(pinnedNode, [join(root, script), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: join(modules, '.bin') + delimiter + process.env.PATH },
  });
  // A terminal sends Ctrl+C to both; the child tidies up, and this process ends after it.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Could not start ${pinnedNode}: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** Whether node_modules holds what the lockfile says: npm's own note of what it installed agrees, and it is all there. */
function isInstalled() {
  const note = join(modules, '.package-lock.json');
  if (!existsSync(note) || !existsSync(pinnedNode)) return false;
  const installed = readPackages(note);
  const wanted = Object.entries(readPackages(join(root, 'package-lock.json')));
  return wanted.every(([path, { version, optional, link }]) => {
    const isForThisMachine = path !== '' && !link && (!optional || installed[path] !== undefined);
    if (!isForThisMachine) return true;
    return installed[path]?.version === version && existsSync(join(root, path, 'package.json'));
  });
}

function readPackages(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

async function install() {
  // Under `npm start` npm tells where it is; its own Node is used, because the pinned one is about to be replaced.
  const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
  const flags = ['ci', '--no-audit', '--no-fund', '--foreground-scripts'];
  if (npm?.endsWith('.js')) await runQuietly(node, [npm, ...flags], { cwd: root });
  else await runQuietly('npm', flags, { cwd: root, shell: process.platform === 'win32' });
  // Where npm is told not to run install scripts, the one script this project needs has not run.
  if (!existsSync(pinnedNode)) await runQuietly(node, ['installArchSpecificPackage.js'], { cwd: nodePackage });
}
