import { fileAt, packageOf, readImports, targetOf } from './support/read-imports';
import type { SourceFile } from './support/source-files';

/** What code that starts in one file can come to. */
export interface Reach {
  /** Files, each with the way that leads there. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  readonly packages: ReadonlySet<string>;
  /** Files with an `import()`. */
  readonly dynamic: readonly string[];
}

/** Follows all imports but those of types, through `files`. */
export function reachFrom(start: string, files: readonly SourceFile[]): Reach {
  const byPath = new Map(files.map((file) => [file.path, file]));
  if (!byPath.has(start)) throw new Error(`There is no file ${start}.`);
  const reached = new Map<string, readonly string[]>([[start, [start]]]);
  const packages = new Set<string>();
  const dynamic: string[] = [];
  for (const [path, way] of reached) {
    const file = byPath.get(path);
    for (const { specifier, kind } of file === undefined ? [] : readImports(file)) {
      if (kind === 'type') continue;
      if (kind === 'dynamic') dynamic.push(path);
      const target = targetOf(path, specifier);
      if (target === null) packages.add(packageOf(specifier));
      const next = target === null ? undefined : fileAt(target, byPath);
      if (next !== undefined && !reached.has(next.path)) reached.set(next.path, [...way, next.path]);
    }
  }
  return { files: reached, packages, dynamic };
}

/** The ways from the start to files of a kind, readable. */
export function waysTo(reach: Reach, kind: RegExp): readonly string[] {
  return [...reach.files].filter(([path]) => kind.test(path)).map(([, way]) => way.join(' → '));
}
