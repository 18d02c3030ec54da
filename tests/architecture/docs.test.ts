import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LAYERS } from './layers';
import { sourceFiles } from './support/source-files';

const guide = readFileSync('CONTRIBUTING.md', 'utf8');
const pages = [{ path: 'CONTRIBUTING.md', text: guide }, ...sourceFiles(['docs'], ['.md'])];

/** Folders at the top in which a name between back-ticks must be there. */
const OURS = /`((?:lib|components|entrypoints|scripts|tests|docs)\/[\w./-]+)`/g;

test.each(pages)('$path names only files that are there', ({ text }) => {
  const named = Array.from(text.matchAll(OURS), ([, path = '']) => path);
  expect(named.filter((path) => !existsSync(path) && !existsSync(`${path}.ts`))).toEqual([]);
});

test('the layer table of CONTRIBUTING.md is the one that is enforced', () => {
  for (const [folder, { ours, packages }] of Object.entries(LAYERS)) {
    const row = guide.split('\n').find((line) => line.startsWith(`| \`${folder}\` |`)) ?? '';
    const [, , importsCell = '', packagesCell = ''] = row.split('|');
    const namesIn = (cell: string) => Array.from(cell.matchAll(/`([^`]+)`/g), ([, name]) => name);
    expect(namesIn(importsCell).sort(), folder).toEqual([...ours].sort());
    expect(namesIn(packagesCell), folder).toEqual(expect.arrayContaining([...packages]));
  }
});

describe('a decision', () => {
  test.each(sourceFiles(['docs/decisions'], ['.md']))(
    '$path is dated, has a title and says how to undo it',
    (page) => {
      expect(page.path).toMatch(/^docs\/decisions\/\d{4}-\d{2}-\d{2}-[a-z0-9-]+\.md$/);
      expect(page.text).toMatch(/^# .+\n/);
      expect(page.text).toMatch(/\bundo\b/i);
      expect(page.text.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    },
  );
});
