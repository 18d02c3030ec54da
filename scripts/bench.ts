/**
 * Measures what matters for speed in real browsers, each in the same run as its floor.
 * `npm run bench -- [PART…] [--runs N] [--only NAME]`; without parts, all of them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchPart } from './bench/bench-part.ts';
import { printTable } from './bench/print-table.ts';
import { firstTokenPart } from './bench/first-token.ts';
import { highlightPart } from './bench/highlight.ts';
import { longChatPart } from './bench/long-chat.ts';
import { renderPart } from './bench/render.ts';
import { buildIfChanged } from './build-aside.ts';

const PARTS: readonly BenchPart[] = [renderPart, highlightPart, longChatPart, firstTokenPart];
const FOLDER = join(import.meta.dirname, '../test-results/bench');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '5' }, only: { type: 'string', default: '' } },
});
const chosen = positionals.length === 0 ? PARTS : positionals.map(partNamed);
await buildIfChanged('chromium');
mkdirSync(FOLDER, { recursive: true });
for (const part of chosen) {
  console.log(`${part.name}: ${part.what}`);
  const { tables, figures } = await part.run({ runs: Number(values.runs), only: values.only });
  tables.forEach(printTable);
  const file = join(FOLDER, `${part.name}.json`);
  writeFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), tables, figures }, null, 2)}\n`);
  console.log(`\n${file}`);
}

function partNamed(name: string): BenchPart {
  const part = PARTS.find((each) => each.name === name);
  if (part === undefined)
    throw new Error(`No part is called ${name}; there are ${PARTS.map((each) => each.name).join(', ')}.`);
  return part;
}
