import { ensureBrowsers } from '../browsers/install-browsers.ts';
import { buildIfChanged } from '../build-aside.ts';
import { runStep, type Outcome } from './run-step.ts';
import { runVitest } from './run-vitest.ts';

const STEPS: Readonly<Record<string, () => Promise<Outcome>>> = {
  format: () => runStep('prettier', ['--check', '.']),
  lint: () => runStep('npm', ['run', '--silent', 'lint']),
  check: () => runStep('npm', ['run', '--silent', 'check']),
  unit: () => runVitest('unit'),
  component: () => runVitest('component'),
  build: async () => {
    await buildIfChanged('chromium');
    await buildIfChanged('firefox');
    return runStep('node', ['scripts/weigh.ts']);
  },
  e2e: () => runVitest('e2e'),
};
const USAGE = `Usage: npm test [-- STEP…]

Sets up what is missing and runs all steps, or those named: ${Object.keys(STEPS).join(', ')}.
The last line says how many tests passed and failed; a static step counts as one.`;

const asked = process.argv.slice(2);
if (asked.includes('--help')) {
  console.log(USAGE);
} else {
  const unknown = asked.find((name) => !(name in STEPS));
  if (unknown === undefined) await runAll(asked);
  else fail(`There is no step ${unknown}. The steps are ${Object.keys(STEPS).join(', ')}.`);
}

async function runAll(names: readonly string[]): Promise<void> {
  try {
    await ensureBrowsers(['chromium', 'firefox']);
  } catch (error) {
    fail(messageOf(error));
    return;
  }
  const outcomes: { name: string; outcome: Outcome; seconds: number }[] = [];
  for (const [name, run] of Object.entries(STEPS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n── ${name}`);
    const start = Date.now();
    const outcome = await run().catch((error: unknown): Outcome => {
      console.error(messageOf(error));
      return { passed: 0, failed: 1 };
    });
    outcomes.push({ name, outcome, seconds: (Date.now() - start) / 1000 });
  }
  report(outcomes);
}

function report(outcomes: readonly { name: string; outcome: Outcome; seconds: number }[]): void {
  console.log('');
  for (const { name, outcome, seconds } of outcomes) {
    const failures = outcome.failed > 0 ? `, ${outcome.failed} failed` : '';
    console.log(
      `${name.padEnd(10)} ${String(outcome.passed).padStart(5)} passed${failures}  (${seconds.toFixed(1)} s)`,
    );
  }
  const passed = outcomes.reduce((sum, { outcome }) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, { outcome }) => sum + outcome.failed, 0);
  if (failed > 0 || passed === 0) process.exitCode = 1;
  console.log(`\n${passed} passed, ${failed} failed`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
