import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of this repository. */
export interface SourceFile {
  /** From the root, with forward slashes: `lib/domain/chat.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Reads all files under the folders whose names end in one of the endings. */
export function sourceFiles(folders: readonly string[], endings: readonly string[]): readonly SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
      .sort()
      .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
  );
}

/** What ships: everything in which the layer table holds. */
export const SHIPPED = ['lib', 'components', 'entrypoints'] as const;

/** Its code. */
export const shippedCode: readonly SourceFile[] = sourceFiles(SHIPPED, ['.ts', '.svelte']);
