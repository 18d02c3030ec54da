import { globSync, readFileSync } from 'node:fs';

/** A package in an import statement (not of types alone) or in a dynamic import; our own files start with a dot. */
const IMPORT =
  /(?:^\s*(?:import (?!type\b)(?:.* from )?|\} from )|\bimport\()'((?:@[\w-]+\/)?[a-z][\w-]*(?:\/[\w./-]+)?)'/;

/** Resolved in other ways than from a bundle made beforehand. */
const OTHERWISE = /^(node|svelte|vitest|vitest-browser-svelte|wxt)([:/]|$)/;

/**
 * The packages that files of the given patterns import, as they name them. The dev server of component tests is told
 * them at its start: those it finds later make it reload a test half-way.
 */
export function namedPackages(patterns: readonly string[]): readonly string[] {
  const lines = patterns
    .flatMap((pattern) => globSync(pattern))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'));
  const names = lines.flatMap((line) => IMPORT.exec(line)?.[1] ?? []);
  return [...new Set(names)].filter((name) => !OTHERWISE.test(name) && !name.endsWith('.css')).sort();
}
