/**
 * Puts the fault catalogue to the official SDKs as their READMEs use them, and counts what they get wrong by
 * themselves: `npm run bench:bare-sdks [-- --seconds N]`. A row that says nothing after N seconds (8 unless told) hangs.
 */
import { parseArgs } from 'node:util';
import { FAULTS } from '../tests/support/fault-catalogue.ts';
import { startFaultPlaces } from '../tests/support/fake-provider/fault-places.ts';
import type { Fault } from '../tests/support/fault-outcomes.ts';
import { readBare, type SdkKind } from './bench-bare-sdks/read-bare.ts';
import { judge, MISTAKES, type Mistake } from './bench-bare-sdks/judge.ts';

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '8' } } });
const limitMs = Number(values.seconds) * 1_000;
const KINDS: readonly SdkKind[] = ['openai', 'openai-compatible', 'anthropic'];
const NAMES: Readonly<Record<SdkKind, string>> = {
  openai: 'Responses',
  'openai-compatible': 'Chat Completions',
  anthropic: 'Messages',
};

const places = await startFaultPlaces();
const rows = await Promise.all(FAULTS.filter((fault) => !isRedirect(fault)).map(readRow));
// Of what comes to the other host nobody can tell whose it was, unless it is read one by one.
for (const fault of FAULTS.filter(isRedirect)) rows.push(await readRow(fault));
await places.close();

const width = Math.max(...rows.map(({ name }) => name.length)) + 2;
const cellWidth = 28;
console.log(''.padEnd(width) + KINDS.map((kind) => NAMES[kind].padEnd(cellWidth)).join(''));
for (const { name, cells } of rows) {
  const texts = cells.map((cell) => (cell === null ? '–' : cell.join(', ') || 'right').padEnd(cellWidth));
  console.log(name.padEnd(width) + texts.join(''));
}
console.log('');
for (const [index, kind] of KINDS.entries()) {
  const cells = rows.map(({ cells: all }) => all[index] ?? null).filter((cell) => cell !== null);
  const counts = MISTAKES.map((mistake) => `${mistake} ${cells.filter((cell) => cell.includes(mistake)).length}`);
  const wrong = cells.filter((cell) => cell.length > 0).length;
  console.log(`${NAMES[kind]}: ${wrong} of ${cells.length} wrong (${counts.join(', ')})`);
}
// What hangs would keep the process alive.
process.exit();

interface Row {
  readonly name: string;
  readonly cells: readonly (readonly Mistake[] | null)[];
}

function isRedirect({ scenario }: Fault): boolean {
  return scenario.startsWith('redirect');
}

async function readRow(fault: Fault): Promise<Row> {
  const cells: (readonly Mistake[] | null)[] = [];
  for (const kind of KINDS) cells.push(await readCell(fault, kind));
  return { name: fault.name, cells };
}

async function readCell({ outcomes, scenario, at }: Fault, kind: SdkKind): Promise<readonly Mistake[] | null> {
  const outcome = outcomes[kind];
  if (outcome === null) return null;
  const key = `sk-bare-${kind}-${scenario}-${at}`;
  const before = places.other.requests.length;
  const reading = await readBare(kind, places.urls[at], scenario, key, limitMs);
  const requests = places.provider.requests.filter(({ headers }) =>
    Object.values(headers).some((value) => String(value).endsWith(key)),
  ).length;
  return judge(outcome, { ...reading, requests, elsewhere: places.other.requests.length - before });
}
