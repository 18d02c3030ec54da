import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LOOKS, lookOf } from '../../../lib/domain/appearance';

test('a look needs an attribute where it is known and not the usual one', () => {
  expect([lookOf('theme', 'dark'), lookOf('textSize', 'large'), lookOf('accent', 'violet')]).toEqual([
    'dark',
    'large',
    'violet',
  ]);
  expect([lookOf('theme', 'system'), lookOf('accent', 'neon'), lookOf('contrast', undefined)]).toEqual([
    null,
    null,
    null,
  ]);
});

describe('the colours of every accent and contrast', () => {
  const css = readFileSync('components/ui/theme.css', 'utf8');
  const pairsIn = (block: string) =>
    Object.fromEntries(
      [...block.matchAll(/--([a-z-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
        name ?? '',
        [light ?? '', dark ?? ''] as const,
      ]),
    );
  const blockOf = (selector: string) => {
    const from = css.indexOf(`${selector} {`);
    if (from === -1) throw new Error(`There is no ${selector}.`);
    return pairsIn(css.slice(from, css.indexOf('}', from)));
  };
  const usual = pairsIn(css.slice(0, css.indexOf('}')));
  const more = blockOf(`:root[data-contrast='more']`);
  const accents = LOOKS.accent.map((accent) => ({
    accent,
    own: accent === 'clay' ? {} : blockOf(`:root[data-accent='${accent}']`),
  }));
  const looks = accents.flatMap(({ accent, own }) => [
    { name: accent, least: 4.5, colors: { ...usual, ...own } },
    { name: `${accent}, high contrast`, least: 4.5, colors: { ...usual, ...own, ...more } },
  ]);

  test.each(looks)('$name can be read on every ground, in light and dark', ({ least, colors }) => {
    for (const scheme of [0, 1] as const) {
      const of = (name: string) => colors[name]?.[scheme] ?? '';
      for (const ground of ['background', 'raised', 'sunken', 'question', 'tint']) {
        for (const ink of ['ink', 'soft', 'accent']) {
          const ratio = contrast(of(ink), of(ground));
          expect(ratio, `${ink} on ${ground}, ${['light', 'dark'][scheme]}`).toBeGreaterThanOrEqual(least);
        }
      }
      expect(contrast(of('on-accent'), of('accent'))).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('high contrast is at least 7 to 1 for text, and its lines 3 to 1', () => {
    for (const scheme of [0, 1] as const) {
      const of = (name: string) => ({ ...usual, ...more })[name]?.[scheme] ?? '';
      expect(contrast(of('ink'), of('background'))).toBeGreaterThan(15);
      expect(contrast(of('soft'), of('background'))).toBeGreaterThanOrEqual(7);
      expect(contrast(of('line'), of('background'))).toBeGreaterThanOrEqual(3);
    }
  });
});

/** The contrast of two colours, as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
