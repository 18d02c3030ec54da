import { describe, expect, test } from 'vitest';
import { packAnswers } from '../support/inert/answers.ts';
import { allPayloads, OWN, RICH, VENDORED } from '../support/inert/corpora.ts';
import { EMBEDDING_NAMES } from '../support/inert/embeddings.ts';

const count = (groups: typeof OWN) => groups.reduce((sum, { payloads }) => sum + payloads.length, 0);

describe('the corpora of hostile text', () => {
  test('are as large as they should be', () => {
    expect(VENDORED.map(({ group, payloads }) => [group, payloads.length])).toEqual([
      ['DOMPurify', 223],
      ['H5SC', 149],
    ]);
    expect(count(OWN)).toBeGreaterThanOrEqual(400);
    expect(count(RICH)).toBeGreaterThanOrEqual(100);
  });

  test.each(OWN.map((group) => [group.group, group] as const))(
    '%s: no name and no text comes twice',
    (_name, group) => {
      expect(new Set(group.payloads.map(({ name }) => name)).size).toBe(group.payloads.length);
      expect(new Set(group.payloads.map(({ text }) => text)).size).toBe(group.payloads.length);
    },
  );

  test('are packed into answers whole, each with its marker', () => {
    const payloads = allPayloads('127.0.0.1:9').filter(({ number }) => number % 9 === 0);
    const trials = payloads.flatMap((payload) => EMBEDDING_NAMES.map((place) => ({ payload, place })));
    const answers = packAnswers(trials, 30_000);
    const markers = answers.flatMap((answer) => answer.markers).filter((marker) => marker !== 'inert end');
    expect(markers).toHaveLength(trials.length);
    expect(new Set(markers).size).toBe(trials.length);
    for (const { text, markers: own } of answers) for (const marker of own) expect(text).toContain(marker);
  });
});
