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

const FILE = new URL('../../../fixtures/claims/sentences.json', import.meta.url);
const pages = JSON.parse(readFileSync(FILE, 'utf8')) as readonly Labelled[];
const judged = pages.flatMap(({ title, headings, block: text, claims }) => {
  const page = { title, blocks: [block('b1', text, { headings })] };
  return claims.map(([said, label]) => ({
    said,
    label: label as Verdict['kind'],
    verdict: judgeClaim({ text: said, ids: ['b1'] }, page),
  }));
});

/** Precision and recall of a mark over all sentences. */
function figures(kind: Verdict['kind']) {
  const given = judged.filter(({ verdict }) => verdict.kind === kind);
  const right = given.filter(({ label }) => label === kind).length;
  const deserved = judged.filter(({ label }) => label === kind).length;
  return { precision: right / given.length, recall: right / deserved, given: given.length, deserved };
}

describe('judging what is said of a block', () => {
  test.each([
    ['check', 0.9, 0.85],
    ['not-found', 1, 1],
  ] as const)('%s is given rightly on labelled sentences', (kind, precision, recall) => {
    const figure = figures(kind);
    const wrong = judged.filter(({ label, verdict }) => (label === kind) !== (verdict.kind === kind));
    console.log(
      `${kind}: precision ${figure.precision.toFixed(3)}, recall ${figure.recall.toFixed(3)} ` +
        `(${judged.length} sentences, ${figure.deserved} deserve it)`,
      ...wrong.map(({ said, label, verdict }) => `\n  ${label}: ${said} ${JSON.stringify(verdict)}`),
    );
    expect(judged.length).toBeGreaterThanOrEqual(100);
    expect(figure.precision).toBeGreaterThanOrEqual(precision);
    expect(figure.recall).toBeGreaterThanOrEqual(recall);
  });
});
