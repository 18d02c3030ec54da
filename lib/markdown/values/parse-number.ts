/** A number as people write it, taken apart. */
export interface ParsedNumber {
  readonly value: number;
  /** What it counts: `%`, `€`, `kg`; empty where nothing is said. Bytes are always `B`. */
  readonly unit: string;
}

/** What stands before the decimals: `1,234.5` or `1.234,5`. */
export type DecimalMark = '.' | ',';

const MAX_LENGTH = 40;

const MULTIPLES: Readonly<Record<string, number>> = {
  ...{ k: 1e3, K: 1e3, thousand: 1e3, M: 1e6, mn: 1e6, mio: 1e6, million: 1e6, millions: 1e6, mln: 1e6 },
  ...{ B: 1e9, bn: 1e9, mrd: 1e9, billion: 1e9, billions: 1e9, T: 1e12, tn: 1e12, trillion: 1e12 },
};
const BYTES: Readonly<Record<string, number>> = {
  ...{ KB: 1e3, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 },
};

/** About, more than, at most. */
const HEDGE = /^[~≈≃±<>≤≥∼]\s?/;
const CODE_BEFORE = /^((?:[A-Z]{3}|kr\.?|Rs\.?)(?=\s)|[A-Z]{0,3}\p{Sc})\s?/u;
const BODY = /^(?:\d[\d.,'’\u2009\u202f\u00a0 _]*\d|\d)?(?:[.,]\d+)?(?:e[+-]?\d{1,3})?/i;
const UNIT = /^(?:%|‰|°[CF]?|\p{Sc}|[\p{L}µ$][\p{L}\d/²³$.]{0,11})$/u;

/**
 * Reads what people write for a number: `−1,234.5`, `(12)`, `$1.2M`, `38 m`, `1 234,5 €`, `~40 %`. Null where it is none.
 * `1,234` is a thousand where `mark` is the point, and a bit more than one where it is the comma.
 */
export function parseNumber(text: string, mark: DecimalMark = '.'): ParsedNumber | null {
  if (text.length > MAX_LENGTH) return null;
  let rest = normalizeDigits(text).trim().replace(HEDGE, '');
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed?.[1] !== undefined) rest = bracketed[1];
  const [sign, afterSign] = takeSign(rest);
  const before = CODE_BEFORE.exec(afterSign);
  const [innerSign, start] = takeSign(before === null ? afterSign : afterSign.slice(before[0].length));
  const body = BODY.exec(start)?.[0] ?? '';
  const size = toNumber(body, mark);
  if (size === null) return null;
  const ending = start.slice(body.length);
  const scaled = takeMultiple(ending, before !== null);
  if (scaled === null) return null;
  const value = size * scaled.factor * sign * innerSign * (bracketed === null ? 1 : -1);
  // A currency tells more than what is written behind it.
  return { value, unit: before?.[1] ?? scaled.unit };
}

/** Which decimal mark a column of numbers is written with, as far as they tell; the point if they don't. */
export function decimalMarkOf(texts: readonly string[]): DecimalMark {
  let comma = 0;
  for (const text of texts) {
    const [digits = ''] = /\d[\d.,]*/.exec(text) ?? [];
    const [lastPoint, lastComma] = [digits.lastIndexOf('.'), digits.lastIndexOf(',')];
    if (lastPoint >= 0 && lastComma >= 0) comma += lastComma > lastPoint ? 1 : -1;
    else if (lastComma >= 0) comma += isThousands(digits, ',') ? -1 : 1;
    else if (digits.split('.').length > 2) comma += 1;
    else if (lastPoint >= 0 && !isThousands(digits, '.')) comma -= 1;
  }
  return comma > 0 ? ',' : '.';
}

function isThousands(digits: string, separator: string): boolean {
  const groups = digits.split(separator);
  return !digits.startsWith('0') && groups.slice(1).every((group) => group.length === 3);
}

function takeSign(text: string): readonly [number, string] {
  const sign = /^([-−–+])\s?(?=\S)/.exec(text);
  if (sign === null) return [1, text];
  return [sign[1] === '+' ? 1 : -1, text.slice(sign[0].length)];
}

function toNumber(body: string, mark: DecimalMark): number | null {
  if (!/\d/.test(body)) return null;
  const grouping = mark === '.' ? /[,'’\u2009\u202f\u00a0 _]/g : /[.'’\u2009\u202f\u00a0 _]/g;
  const [whole = '', ...fractions] = body.split(mark);
  if (fractions.length > 1) return null;
  const groups = whole.split(grouping);
  if (groups.length > 1 && !/^\d{1,3}(?:\|\d{2,3})*\|\d{3}$/.test(groups.join('|'))) return null;
  const plain = `${groups.join('')}${fractions[0] === undefined ? '' : `.${fractions[0]}`}`;
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) ? null : value;
}

/** `M` behind an amount, or right behind a number, is a million; `38 m` is metres. */
function takeMultiple(
  ending: string,
  isAmount: boolean,
): { readonly factor: number; readonly unit: string } | null {
  const word = ending.trim();
  if (word === '') return { factor: 1, unit: '' };
  if (Object.hasOwn(BYTES, word)) return { factor: BYTES[word] ?? 1, unit: 'B' };
  const [, multiple = '', unit = ''] = /^(\p{L}+)\.?\s?(.*)$/u.exec(word) ?? [];
  const attached = isAmount || !/^\s/.test(ending) || multiple.length > 1 || multiple === 'M';
  const factor = MULTIPLES[multiple] ?? MULTIPLES[multiple.toLowerCase()];
  const named = multiple.length > 1 || Object.hasOwn(MULTIPLES, multiple);
  if (factor !== undefined && named && attached && (unit === '' || UNIT.test(unit))) return { factor, unit };
  return UNIT.test(word) ? { factor: 1, unit: word } : null;
}

/** Arabic, Persian, Devanagari and full-width digits as ASCII. */
function normalizeDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19]/g, (digit) => String(digitOf(digit)))
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',');
}

const ZEROS = [0x660, 0x6f0, 0x966, 0xff10];

function digitOf(digit: string): number {
  const code = digit.charCodeAt(0);
  return ZEROS.map((zero) => code - zero).find((value) => value >= 0 && value <= 9) ?? 0;
}
