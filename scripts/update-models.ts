import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactModels, type CompactModel } from './models/compact-models.ts';

/**
 * Writes lib/domain/models/known-models.json, and of it known-contexts.json, known-sightless.json and known-prices.json for the background, anew from the data set that docs/decisions/2026-11-25-what-is-known-of-models.md
 * names: `npm run update-models [version]`. Nothing of it runs in Aside but the numbers.
 */
const PACKAGE = '@earendil-works/pi-ai';
const version = process.argv[2] ?? 'latest';
const target = join(import.meta.dirname, '../lib/domain/models/known-models.json');

const folder = mkdtempSync(join(tmpdir(), 'aside-models-'));
try {
  execFileSync('npm', ['pack', '--silent', `${PACKAGE}@${version}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  execFileSync('sh', ['-c', 'tar -xzf *.tgz'], { cwd: folder });
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, 'package', file), 'utf8'));
  const compact = compactModels((provider) => read(`dist/providers/data/${provider}.json`));
  const { version: packed } = read('package.json') as { version: string };
  const lines = Object.entries(compact).map(
    ([provider, models]) =>
      `  ${JSON.stringify(provider)}: {\n${Object.entries(models)
        .map(([id, facts]) => `    ${JSON.stringify(id)}: ${JSON.stringify(facts)}`)
        .join(',\n')}\n  }`,
  );
  writeFileSync(target, `{\n  "source": ${JSON.stringify(`${PACKAGE}@${packed}`)},\n${lines.join(',\n')}\n}\n`);
  const contexts = Object.entries(compact).map(
    ([provider, models]) =>
      `  ${JSON.stringify(provider)}: ${JSON.stringify(
        Object.fromEntries(Object.entries(models).map(([id, [, context]]) => [id, context])),
      )}`,
  );
  writeFileSync(target.replace('known-models', 'known-contexts'), `{\n${contexts.join(',\n')}\n}\n`);
  const sightless = Object.entries(compact).map(
    ([provider, models]) =>
      `  ${JSON.stringify(provider)}: ${JSON.stringify(
        Object.fromEntries(
          Object.entries(models).flatMap(([id, [, , marks]]) => (marks.includes('i') ? [] : [[id, false]])),
        ),
      )}`,
  );
  writeFileSync(target.replace('known-models', 'known-sightless'), `{\n${sightless.join(',\n')}\n}\n`);
  writeFileSync(
    target.replace('known-models', 'known-prices'),
    `{\n${Object.entries(compact)
      .map(([provider, models]) => `  ${JSON.stringify(provider)}: ${JSON.stringify(pricesOf(models))}`)
      .join(',\n')}\n}\n`,
  );
  const count = Object.values(compact).reduce((sum, models) => sum + Object.keys(models).length, 0);
  console.log(`${count} models of ${Object.keys(compact).length} providers from ${PACKAGE} ${packed}.`);
} finally {
  rmSync(folder, { recursive: true });
}

/** Dollars a million of each model: in, out, cache read, cache write; zeros at the end are left out. */
function pricesOf(models: Readonly<Record<string, CompactModel>>): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    Object.entries(models).map(([id, [, , , input, output, read, write]]) => {
      const kept = write > 0 ? [read, write] : read > 0 ? [read] : [];
      return [id, [input, output, ...kept]];
    }),
  );
}
