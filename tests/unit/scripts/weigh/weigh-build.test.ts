import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { isTooHeavy, weighBuild } from '../../../../scripts/weigh/weigh-build';

const CODE = {
  'panel.html': '<script src="/chunks/panel-1.js"></script><link href="/assets/panel-1.css">',
  'chunks/panel-1.js': 'import"./shared-2.js";import("./chart-3.js")',
  'chunks/shared-2.js': 'export const shared = 1',
  'chunks/chart-3.js': 'import"./shared-2.js";import"./vega-4.js"',
  'chunks/vega-4.js': 'export const vega = 2',
  'assets/panel-1.css': 'a { color: red }',
  'assets/chart-3.css': 'b { color: red }',
};

function builtFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'weigh-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(CODE)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const packed = (...paths: (keyof typeof CODE)[]) =>
  paths.reduce((sum, path) => sum + gzipSync(CODE[path]).length, 0);

test('a part is as heavy as all that it loads before it runs, without what stands already', () => {
  const [start, chart] = weighBuild(builtFolder(), [
    { name: 'Start', entry: 'panel.html', most: 10 },
    { name: 'Chart', entry: 'chart-', after: 'panel.html', most: 10_000 },
  ]);
  expect(start).toMatchObject({
    files: 3,
    packed: packed('chunks/panel-1.js', 'chunks/shared-2.js', 'assets/panel-1.css'),
  });
  expect(chart).toMatchObject({
    files: 3,
    packed: packed('chunks/chart-3.js', 'chunks/vega-4.js', 'assets/chart-3.css'),
  });
  expect([start, chart].map((weight) => weight && isTooHeavy(weight))).toEqual([true, false]);
});

test('a part in too many files is too heavy, whatever it weighs', () => {
  const weights = weighBuild(builtFolder(), [
    { name: 'Start', entry: 'panel.html', most: 10_000, mostFiles: 2 },
    { name: 'Start', entry: 'panel.html', most: 10_000, mostFiles: 3 },
  ]);
  expect(weights.map(isTooHeavy)).toEqual([true, false]);
});

test('a part that the build does not have is a mistake', () => {
  expect(() => weighBuild(builtFolder(), [{ name: 'Gone', entry: 'gone-', most: 1 }])).toThrow('no gone-');
});
