/** A colour as its parts, red, green and blue 0 to 255, alpha 0 to 1. */
export interface Colour {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

export const WHITE: Colour = { red: 255, green: 255, blue: 255, alpha: 1 };

/** Reads a computed colour, `rgb()` or `rgba()` or `color(srgb …)`; null for other notations. */
export function parseColour(text: string): Colour | null {
  const numbers = text.match(/-?[\d.]+(?:e-?\d+)?%?/g)?.map(numberOf) ?? [];
  const [red, green, blue, alpha = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined) return null;
  if (/^rgba?\(/.test(text)) return { red, green, blue, alpha };
  if (!text.startsWith('color(srgb ')) return null;
  return { red: red * 255, green: green * 255, blue: blue * 255, alpha };
}

function numberOf(text: string): number {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

/** A colour laid over another, which shows through as far as it is transparent. */
export function over(top: Colour, bottom: Colour, opacity = 1): Colour {
  const share = top.alpha * opacity;
  const mix = (a: number, b: number): number => a * share + b * (1 - share);
  return {
    red: mix(top.red, bottom.red),
    green: mix(top.green, bottom.green),
    blue: mix(top.blue, bottom.blue),
    alpha: 1,
  };
}

/** What `mix-blend-mode` makes of a colour over another, for the modes that can make text vanish. */
export function blend(mode: string, top: Colour, bottom: Colour): Colour {
  const by = (mix: (a: number, b: number) => number): Colour => {
    const part = (a: number, b: number): number => 255 * mix(a / 255, b / 255);
    const { alpha } = top;
    return {
      red: part(top.red, bottom.red),
      green: part(top.green, bottom.green),
      blue: part(top.blue, bottom.blue),
      alpha,
    };
  };
  if (mode === 'multiply') return by((a, b) => a * b);
  if (mode === 'screen') return by((a, b) => a + b - a * b);
  if (mode === 'darken') return by(Math.min);
  if (mode === 'lighten') return by(Math.max);
  if (mode === 'difference') return by((a, b) => Math.abs(a - b));
  return top;
}

/** Contrast of two colours, 1 (the same) to 21 (black and white), as WCAG 2.2 defines it. */
export function contrast(a: Colour, b: Colour): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

function luminance({ red, green, blue }: Colour): number {
  const linear = (value: number): number => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
