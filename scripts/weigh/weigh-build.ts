import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Budget } from './budgets.ts';
import { pageFiles, staticClosure } from './static-closure.ts';

/** What a part weighs. */
export interface Weight {
  readonly name: string;
  readonly files: number;
  /** Bytes as they lie on the disk. */
  readonly raw: number;
  /** Bytes after gzip, file by file. */
  readonly packed: number;
  readonly most: number;
  readonly mostFiles: number;
}

/** Weighs the parts of a built extension in a folder. Throws where one of them is not in it. */
export function weighBuild(folder: string, budgets: readonly Budget[]): readonly Weight[] {
  const paths = new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter((path) => statSync(path).isFile())
      .map((path) => [basename(path), path] as const),
  );

  function namesOf(entry: string): readonly string[] {
    const names = paths.has(entry) ? [entry] : [...paths.keys()].filter((name) => name.startsWith(entry));
    if (names.length === 0) throw new Error(`There is no ${entry} in ${folder}.`);
    return names;
  }

  function contentOf(name: string): Buffer {
    return readFileSync(paths.get(name) ?? join(folder, name));
  }

  function closureOf(entry: string): readonly string[] {
    const names = namesOf(entry);
    const first = names.flatMap((name) =>
      name.endsWith('.html') ? pageFiles(contentOf(name).toString()) : [name],
    );
    return staticClosure(first, (name) => contentOf(name).toString());
  }

  return budgets.map(({ name, entry, most, mostFiles = Infinity, after }) => {
    const there = new Set(after === undefined ? [] : closureOf(after));
    const files = closureOf(entry).filter((file) => !there.has(file));
    const contents = files.map((file) => contentOf(file));
    const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
    return {
      name,
      files: files.length,
      raw: sum(contents.map((content) => content.length)),
      packed: sum(contents.map((content) => gzipSync(content).length)),
      most,
      mostFiles,
    };
  });
}

/** Whether a part is heavier than it may be, or in more files. */
export function isTooHeavy({ packed, most, files, mostFiles }: Weight): boolean {
  return packed > most || files > mostFiles;
}
