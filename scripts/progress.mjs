import { spawn } from 'node:child_process';
import { once } from 'node:events';

const SHOWN_LINES = 40;

export async function step(what, work) {
  const start = Date.now();
  const seconds = () => Math.round((Date.now() - start) / 1000);
  const isTerminal = process.stderr.isTTY === true;
  const show = () =>
    process.stderr.write(isTerminal ? `\r${what} … ${seconds()} s` : `${what} … ${seconds()} s\n`);
  process.stderr.write(isTerminal ? `${what} …` : `${what} …\n`);
  const timer = setInterval(show, isTerminal ? 1_000 : 15_000);
  try {
    const result = await work();
    process.stderr.write(
      `${isTerminal ? '\r' : ''}${what}: done in ${((Date.now() - start) / 1000).toFixed(1)} s\n`,
    );
    return result;
  } catch (error) {
    process.stderr.write(`${isTerminal ? '\r' : ''}${what}: failed after ${seconds()} s\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}

export async function runQuietly(path, args, options = {}) {
  const child = spawn(path, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  const [code] = await once(child, 'close');
  if (code === 0) return;
  const lines = Buffer.concat(output).toString('utf8').trimEnd().split('\n');
  throw new Error(`${[path, ...args].join(' ')} failed:\n${lines.slice(-SHOWN_LINES).join('\n')}`);
}
