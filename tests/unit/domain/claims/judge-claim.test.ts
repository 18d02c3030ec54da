import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { judgeClaim, type Verdict } from '../../../../lib/domain/claims/judge-claim';
import { block } from '../../../support/rows';

/** What a sentence deserves, by hand: whoever wrote it knew the block. */
interface Labelled {
  readonly title: string;
  readonly headings: readonly string[];
  readonly block: string;
  readonly claims: readonly (readonly [text: string, label: string])[];
}

interface Judged {
  readonly said: string;
  readonly label: Verdict['kind'];
  readonly verdict: Verdict;
}

/** Judges the sentences of a file. */
function judge(name: string): readonly Judged[] {
  const file = new URL(`../../../fixtures/claims/${name}.json`, import.meta.url);
  const pages = JSON.parse(readFileSync(file, 'utf8')) as readonly Labelled[];
  return pages.flatMap(({ title, headings, block: text, claims }) => {
    const page = { title, blocks: [block('b1', text, { headings })] };
    return claims.map(([said, label]) => ({
      said,
      label: label as Verdict['kind'],
      verdict: judgeClaim({ text: said, ids: ['b1'] }, page),
    }));
  });
}

/** Precision and recall of a mark, and what it is wrong about. */
function figures(judged: readonly Judged[], kind: Verdict['kind']) {
  const given = judged.filter(({ verdict }) => verdict.kind === kind);
  const right = given.filter(({ label }) => label === kind).length;
  const deserved = judged.filter(({ label }) => label === kind).length;
  const wrong = judged.filter(({ label, verdict }) => (label === kind) !== (verdict.kind === kind));
  return { precision: right / given.length, recall: right / deserved, deserved, wrong };
}

describe('judging what is said of a block', () => {
  // The rules were made on the first file; nothing was changed for the second, which is of other pages.
  test.each([
    ['sentences', 'check', 0.9, 0.85],
    ['sentences', 'not-found', 1, 1],
    ['held-out', 'check', 0.8, 0.7],
    ['held-out', 'not-found', 1, 1],
  ] as const)('in %s %s is given rightly', (name, kind, precision, recall) => {
    const judged = judge(name);
    const figure = figures(judged, kind);
    console.log(
      `${name}, ${kind}: precision ${figure.precision.toFixed(3)}, recall ${figure.recall.toFixed(3)} ` +
        `(${judged.length} sentences, ${figure.deserved} deserve it)`,
      ...figure.wrong.map(({ said, label, verdict }) => `\n  ${label}: ${said} ${JSON.stringify(verdict)}`),
    );
    expect(judged.length).toBeGreaterThanOrEqual(name === 'sentences' ? 100 : 30);
    expect(figure.precision).toBeGreaterThanOrEqual(precision);
    expect(figure.recall).toBeGreaterThanOrEqual(recall);
  });
});
