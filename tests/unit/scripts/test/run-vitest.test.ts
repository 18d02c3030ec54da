import { describe, expect, test } from 'vitest';
import { countTests } from '../../../../scripts/test/run-vitest';

const report = (numPassedTests: number, numFailedTests: number, testResults: object[] = []): string =>
  JSON.stringify({ numPassedTests, numFailedTests, testResults });

describe('counting the tests of a Vitest run', () => {
  test('takes the numbers of its report', () => {
    expect(countTests(report(7, 0), 0)).toEqual({ passed: 7, failed: 0 });
    const failing = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }];
    expect(countTests(report(6, 1, failing), 1)).toEqual({ passed: 6, failed: 1 });
  });

  test('a file that could not be loaded counts as a failure', () => {
    const broken = [{ status: 'failed', assertionResults: [] }];
    expect(countTests(report(6, 0, broken), 1)).toEqual({ passed: 6, failed: 1 });
  });

  test('a run that failed outside its tests counts as a failure', () => {
    expect(countTests(report(6, 0), 1)).toEqual({ passed: 6, failed: 1 });
  });

  test('a run without any test, or without a report, has failed', () => {
    expect(countTests(report(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
    expect(countTests('{}', 1)).toEqual({ passed: 0, failed: 1 });
  });
});
