import { median, type BenchOptions, type BenchPart, type BenchReport, type BenchTable } from './bench-part.ts';
import { measureLag, type Lag } from './render/measure-lag.ts';
import { runFloor, runPanel, type Run } from './render/measure-run.ts';
import { setStage, type Stage } from './render/stage.ts';

interface Stream {
  readonly tokens: number;
  readonly perSecond: number;
  /** Repeated at most this often. */
  readonly runs: number;
}

const STREAMS: readonly Stream[] = [
  { tokens: 500, perSecond: 200, runs: Infinity },
  { tokens: 2_000, perSecond: 200, runs: Infinity },
  { tokens: 2_000, perSecond: 1_000, runs: 3 },
  { tokens: 20_000, perSecond: 1_000, runs: 1 },
  { tokens: 2_000, perSecond: Infinity, runs: Infinity },
  { tokens: 8_000, perSecond: Infinity, runs: Infinity },
  { tokens: 20_000, perSecond: Infinity, runs: Infinity },
  { tokens: 100_000, perSecond: Infinity, runs: 1 },
];

interface Measured {
  readonly name: string;
  readonly panel: readonly Run[];
  readonly floor: readonly Run[];
}

/** What a token costs the panel, beside its floor: a bare page that appends the same text (render/floor-page.ts). */
export const renderPart: BenchPart = {
  name: 'render',
  what: 'what a token costs the panel, beside a bare page that appends the same text',
  run: measureRender,
};

async function measureRender({ runs, only }: BenchOptions): Promise<BenchReport> {
  const stage = await setStage();
  try {
    await runPanel(stage, 500, Infinity);
    const measured: Measured[] = [];
    for (const stream of STREAMS.filter((each) => nameOf(each).includes(only))) {
      measured.push(await measureStream(stage, stream, Math.min(runs, stream.runs)));
    }
    const lag = 'lag'.includes(only) ? await measureLag(stage, { runs, tokens: 5_000 }) : null;
    const tables = [costTable(measured), ...(lag === null ? [] : [lagTable(lag)]), goalTable(measured, lag)];
    return { tables, figures: { measured, lag } };
  } finally {
    await stage.close();
  }
}

async function measureStream(stage: Stage, stream: Stream, runs: number): Promise<Measured> {
  const panel: Run[] = [];
  const floor: Run[] = [];
  while (panel.length < runs) {
    const run = await runPanel(stage, stream.tokens, stream.perSecond);
    panel.push(run);
    floor.push(await runFloor(stage, stream.tokens, (stream.tokens * 1_000) / run.wall));
  }
  return { name: nameOf(stream), panel, floor };
}

const main = ({ spent: { script, style, layout } }: Run): number => script + style + layout;
const tasks = ({ spent }: Run): number => spent.tasks;

/** Median microseconds a token. */
function perToken(runs: readonly Run[], of: (run: Run) => number): number {
  return median(runs.map((run) => (of(run) * 1_000) / run.tokens));
}

function costTable(measured: readonly Measured[]): BenchTable {
  const costs = (runs: readonly Run[]): string[] =>
    [
      ({ spent }: Run) => spent.script,
      ({ spent }: Run) => spent.style,
      ({ spent }: Run) => spent.layout,
      main,
      tasks,
    ].map((of) => perToken(runs, of).toFixed(1));
  return {
    title: 'Main-thread time in microseconds a token (medians)',
    head: [
      'stream',
      '',
      'script',
      'style',
      'layout',
      'sum',
      'all tasks',
      'longest task',
      'whole, ms',
      'nodes',
      'heap',
    ],
    rows: measured.flatMap(({ name, panel, floor }) => [
      [name, 'panel', ...costs(panel), ...facts(panel)],
      [`${panel.length} ${panel.length === 1 ? 'run' : 'runs'}`, 'floor', ...costs(floor), ...facts(floor)],
      ['', 'ratio', '', '', '', ratio(panel, floor, main), ratio(panel, floor, tasks)],
    ]),
  };
}

/** What is asked of the panel, and what it did; only what was measured. */
function goalTable(measured: readonly Measured[], lag: Lag | null): BenchTable {
  const of = (tokens: number, perSecond: number): Measured | undefined =>
    measured.find(({ name }) => name === nameOf({ tokens, perSecond, runs: 1 }));
  const rows: (readonly [string, string, string])[] = [];
  for (const perSecond of [Infinity, 1_000]) {
    const [short, long] = [of(2_000, perSecond), of(20_000, perSecond)];
    const rate = Number.isFinite(perSecond) ? 'at 1,000/s' : 'at full speed';
    if (long !== undefined)
      rows.push([`20,000 ${rate}: times the floor`, ratio(long.panel, long.floor, main), '3']);
    if (long !== undefined && short !== undefined) {
      rows.push([`20,000 ${rate}: a token, times that of 2,000`, ratio(long.panel, short.panel, main), '1.2']);
    }
  }
  const calm = [of(500, 200), of(2_000, 200)].flatMap((each) => each?.panel ?? []);
  if (calm.length > 0) {
    rows.push(['longest task at 200/s, ms', Math.max(...calm.map(({ longest }) => longest)).toFixed(0), '50']);
  }
  if (lag !== null) {
    rows.push(
      ['behind the stream at 1,000/s, at its end, ms', lag.behind.atEnd.toFixed(0), '100'],
      ['frames to the first paint', String(median(lag.firstFrames)), '2'],
    );
  }
  return {
    title: 'Goals (script, style and layout; a longest task of 0 is below 50 ms)',
    head: ['', 'is', 'at most', 'met'],
    rows: rows.map(([what, is, most]) => [what, is, most, Number(is) <= Number(most) ? 'yes' : 'no']),
  };
}

function ratio(panel: readonly Run[], floor: readonly Run[], of: (run: Run) => number): string {
  return (perToken(panel, of) / perToken(floor, of)).toFixed(2);
}

function facts(runs: readonly Run[]): string[] {
  const longest = Math.max(...runs.map((run) => run.longest));
  return [
    longest === 0 ? '< 50 ms' : `${longest.toFixed(0)} ms`,
    median(runs.map(({ wall }) => wall)).toFixed(0),
    median(runs.map(({ spent }) => spent.nodes)).toFixed(0),
    `${(median(runs.map(({ spent }) => spent.heap)) / 1e6).toFixed(0)} MB`,
  ];
}

function lagTable({ firstFrames, behind }: Lag): BenchTable {
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  return {
    title: 'How promptly words that reached the panel are seen',
    head: ['', 'median', 'most', 'at the end'],
    rows: [
      ['frames to the first paint', String(median(firstFrames)), String(Math.max(...firstFrames)), ''],
      ['behind the stream at 1,000 tokens/s', ms(behind.median), ms(behind.most), ms(behind.atEnd)],
    ],
  };
}

function nameOf({ tokens, perSecond }: Stream): string {
  const rate = Number.isFinite(perSecond) ? `at ${perSecond.toLocaleString('en')}/s` : 'at full speed';
  return `${tokens.toLocaleString('en')} ${rate}`;
}
