import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserFamily } from './browsers/find-browser.ts';
import { runQuietly, step } from './progress.mjs';

const root = join(import.meta.dirname, '..');
const SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'scripts/build',
  'wxt.config.ts',
  'scripts/build',
  'tsconfig.json',
  'package-lock.json',
];
const TARGETS = {
  chromium: { folder: 'chrome-mv3', label: 'Chrome and Edge', args: [] },
  firefox: { folder: 'firefox-mv3', label: 'Firefox', args: ['-b', 'firefox', '--mv3'] },
} as const;

/** Builds the extension for a browser family into `.output/`, unless the build there is of the same sources. */
export async function buildIfChanged(family: BrowserFamily): Promise<void> {
  const { folder, label, args } = TARGETS[family];
  const output = join(root, '.output', folder);
  const noteFile = `${output}.sources`;
  const sources = await hashSources();
  const builtFrom = await readFile(noteFile, 'utf8').catch(() => '');
  if (builtFrom === sources && existsSync(join(output, 'manifest.json'))) return;
  await rm(noteFile, { force: true });
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
  await step(`Building Aside for ${label}`, () =>
    runQuietly(process.execPath, [wxt, 'build', ...args], { cwd: root }),
  );
  await writeFile(noteFile, sources);
}

/** A hash over the names and contents of everything that a build is made from. */
async function hashSources(): Promise<string> {
  const paths = (await Promise.all(SOURCES.map(filesOf))).flat().sort();
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${path}\0`).update(await readFile(join(root, path)));
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  if ((await stat(join(root, path))).isFile()) return [path];
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
