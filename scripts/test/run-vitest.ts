import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runShown, type Outcome } from './run-step.ts';

interface JsonReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** Runs one Vitest project with its output on show and counts its tests. What fails outside any test counts as one. */
export async function runVitest(project: string): Promise<Outcome> {
  const reportFile = join('test-results', `${project}.json`);
  await mkdir(dirname(reportFile), { recursive: true });
  await rm(reportFile, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const code = await runShown('vitest', ['run', '--project', project, ...reporters]);
  return countTests(await readFile(reportFile, 'utf8').catch(() => '{}'), code);
}

/** Counts a Vitest JSON report's tests, given the exit code of the run; a run without any test has failed. */
export function countTests(json: string, code: number): Outcome {
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = JSON.parse(json) as Partial<JsonReport>;
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((assertion) => assertion.status !== 'failed'),
  );
  const failed = numFailedTests + brokenFiles.length;
  const hasUncounted = failed === 0 && (code !== 0 || numPassedTests === 0);
  return { passed: numPassedTests, failed: hasUncounted ? 1 : failed };
}
