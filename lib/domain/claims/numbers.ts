/** A number as a text has it. */
export interface WrittenNumber {
  readonly written: string;
  readonly values: readonly number[];
  /** Whether it says itself that it is rounded. */
  readonly isRough: boolean;
}

const SCALES: Readonly<Record<string, number>> = {
  ...{ k: 1e3, thousand: 1e3, tausend: 1e3, mille: 1e3, mil: 1e3, m: 1e6, mio: 1e6, million: 1e6, millions: 1e6 },
  ...{ millionen: 1e6, bn: 1e9, billion: 1e9, billions: 1e9, mrd: 1e9, milliarden: 1e9, trillion: 1e12 },
};
const WORDS: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11 },
  ...{ twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18 },
  ...{
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  },
  ...{ first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10 },
  ...{ once: 1, twice: 2, half: 50, quarter: 25, dozen: 12, hundred: 100, thousand: 1000, million: 1e6 },
};
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Single letters are units as often as they are scales. */
const UNSURE_SCALE = /^[km]$/i;
const TIME = /(?<!\d|\d[:.])([01]?\d|2[0-4])([:.h])([0-5]\d)(?![:.]?\d)/g;
/** What times of day are told apart from other numbers by. */
const TIMES = 1e9 + 0.5;

const NUMBER =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d:])(\d+(?:[.,\u00a0\u202f' ]\d{3})*(?:[.,]\d+)?)(?:\s?([\p{L}]+))?/gu;
const ROUGH =
  /(?:about|around|roughly|approximately|nearly|almost|over|more than|some|circa|ca\.|etwa|rund|≈|~)\s*[$€£]?$/i;
/** How far off a number may be that says it is rounded. */
const ROUNDING = 0.06;

/** The numbers that a text writes in digits, years and parts of dates among them. */
export function numbersIn(text: string): readonly WrittenNumber[] {
  return Array.from(text.matchAll(NUMBER), (match): WrittenNumber => {
    const [, digits = '', unit = ''] = match;
    const scale = SCALES[unit.toLowerCase()];
    const [time] = timesIn(text.slice(match.index, match.index + 6));
    const read = [...readingsOf(digits), ...(time === undefined ? [] : [time])];
    const scaled = scale === undefined ? [] : read.map((value) => value * scale);
    return {
      written: digits,
      values: scale === undefined || UNSURE_SCALE.test(unit) ? [...read, ...scaled] : scaled,
      isRough: ROUGH.test(text.slice(Math.max(0, match.index - 20), match.index)),
    };
  });
}

/** Whether a text has a number, however it writes it. */
export function knowsNumber(text: string, { values, isRough }: WrittenNumber): boolean {
  const known = valuesOf(text);
  return values.some((value) => {
    if (known.has(value)) return true;
    if (!isRough) return false;
    return [...known].some((other) => Math.abs(other - value) <= Math.abs(value) * ROUNDING);
  });
}

const latest = { text: '', values: new Set<number>() };

function valuesOf(text: string): ReadonlySet<number> {
  if (latest.text === text) return latest.values;
  const values = new Set(numbersIn(text).flatMap(({ values: each }) => each));
  for (const time of timesIn(text)) values.add(time);
  // Scaled or not: “from 77 to 866 million”. Dates, versions and codes also by their parts: 1932-03-19, A40.
  for (const [digits] of text.matchAll(/\d+(?:[.,]\d+)*/g))
    for (const value of readingsOf(digits)) values.add(value);
  for (const [digits] of text.replace(TIME, ' ').matchAll(/(?<![\d.,])\d+(?![.,]?\d)/g))
    values.add(Number(digits));
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (const [index, word] of words.entries()) {
    const month = MONTHS.indexOf(word.slice(0, 3)) + 1;
    if (month > 0) values.add(month);
    const value = WORDS[word];
    if (value === undefined) continue;
    values.add(value);
    const next = WORDS[words[index + 1] ?? ''];
    if (next !== undefined) values.add(value >= 20 && value < 100 && next < 10 ? value + next : value * next);
  }
  Object.assign(latest, { text, values });
  return values;
}

function timesIn(text: string): readonly number[] {
  return Array.from(text.matchAll(TIME), ([, hours, , minutes]) => TIMES + Number(hours) * 60 + Number(minutes));
}

/** What digits may mean: `1,234` is a thousand or, where a comma parts decimals, a little more than one. */
function readingsOf(digits: string): readonly number[] {
  const plain = digits.replace(/[\u00a0\u202f' ]/g, '');
  const grouped = Number(plain.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.'));
  const decimal = Number(plain.replace(',', '.'));
  return [...new Set([grouped, decimal].filter((value) => Number.isFinite(value)))];
}
