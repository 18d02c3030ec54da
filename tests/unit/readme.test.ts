import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test("the README's provider is the one that a test runs", () => {
  const example = readFileSync('tests/fixtures/custom-provider.example.ts', 'utf8').trim();
  expect(readFileSync('README.md', 'utf8')).toContain(example);
});
