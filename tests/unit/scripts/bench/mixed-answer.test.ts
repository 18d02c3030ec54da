import { expect, test } from 'vitest';
import { mixedScenario, mixedTokens } from '../../../support/fake-provider/mixed-answer';

test('a long answer has as many tokens as asked for, of about four characters, always the same ones', () => {
  const tokens = [...mixedTokens(2_000)];
  expect(tokens).toHaveLength(2_000);
  const text = tokens.join('');
  expect(text.length / 2_000).toBeCloseTo(4, 0);
  expect([...mixedTokens(3_000)].join('').startsWith(text)).toBe(true);
});

test('its numbered words count up, and each stands in one token', () => {
  const numbered = [...mixedTokens(5_000)].flatMap((token) => /q(\d{5})$/.exec(token)?.[1] ?? []);
  expect(numbered.slice(0, 300)).toEqual(
    Array.from({ length: 300 }, (_, index) => String(index + 1).padStart(5, '0')),
  );
});

test.each(['mixed:10', 'mixed:10@200', 'mixed:10@200/4', 'mixed:10/4', 'mixed:20+10@200', 'paced:9:a b'])(
  '%s is a scenario',
  (name) => {
    expect(mixedScenario(name)).toBeTypeOf('function');
  },
);

test('other names are none', () => {
  expect(mixedScenario('mixed:')).toBeUndefined();
  expect(mixedScenario('plain')).toBeUndefined();
});
