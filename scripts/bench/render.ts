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
    const tables = [costTable(measured), ...(lag === null ? [] : [lagTable(lag)])];
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
