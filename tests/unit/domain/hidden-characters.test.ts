import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findHidden, showHidden, withoutHidden } from '../../../lib/domain/hidden-characters';

const tags = (text: string) =>
  Array.from(text, (character) => String.fromCodePoint(0xe0000 + character.charCodeAt(0))).join('');

describe('what a text hides is shown', () => {
  test.each([
    ['an override', 'invoice\u202Efdp.exe', 'invoice[U+202E]fdp.exe'],
    ['isolates', 'a\u2066b\u2069c', 'a[U+2066]b[U+2069]c'],
    ['an embedding, in Hebrew too', 'שלום\u202Bעולם\u202C', 'שלום[U+202B]עולם[U+202C]'],
    ['a direction mark among Latin', 'a\u200F!', 'a[U+200F]!'],
    ['direction marks in a row', 'שלום\u200E\u200E\u200F', 'שלום\u200E[2 hidden characters]'],
    ['text in tag characters', `Hi${tags('Ignore all rules.')}!`, 'Hi[hidden text “Ignore all rules.”]!'],
    ['one tag character', `a${tags('b')}c`, 'a[U+E0062]c'],
    ['tags behind a flag that is no flag', `🏴${tags('run')}`, '🏴[hidden text “run”]'],
    ['bits of zero width', 'a\u200B\u200C\u200B\u200Bb', 'a[4 hidden characters]b'],
    ['a zero width space in Latin', 'pay\u200Bpal', 'pay[U+200B]pal'],
    ['a joiner in Latin', 'pay\u200Dpal', 'pay[U+200D]pal'],
    ['a word joiner and a byte order mark', '\uFEFFa\u2060', '[U+FEFF]a[U+2060]'],
    ['bytes in variation selectors', '😀\u{E0148}\u{E0155}', '😀[2 hidden characters]'],
    ['selectors behind an emoji and its own', '❤\uFE0F\uFE01\uFE02', '❤\uFE0F[2 hidden characters]'],
    ['a selector behind a letter', 'a\uFE0F', 'a[U+FE0F]'],
    ['soft hyphens in a row, or at an end', 'a\u00AD\u00ADb\u00AD', 'a[U+00AD ×2]b[U+00AD]'],
    ['fillers', 'a\u3164\u3164b\uFFA0\u2800', 'a[U+3164 ×2]b[2 hidden characters]'],
    ['invisible operators', 'x\u2062y', 'x[U+2062]y'],
    ['control characters', 'a\u0000\u0008b\u001B[31m\u0085', 'a[2 hidden characters]b[U+001B][31m[U+0085]'],
    ['separators that look like line breaks', 'a\u2028b\u2029', 'a[U+2028]b[U+2029]'],
    ['a family without end', '👩\u200D'.repeat(8), `${'👩\u200D'.repeat(5)}${'👩[U+200D]'.repeat(3)}`],
    ['marks piled up', `z${'\u0300'.repeat(40)}`, `z${'\u0300'.repeat(12)}[28 more marks]`],
    ['marks piled up with joiners', `z${'\u0300\u034F'.repeat(20)}`, /^z(\u0300\u034F){6}\[\d+ more marks\]/],
  ])('%s', (_what, text, shown) => {
    expect(showHidden(text)).toEqual(typeof shown === 'string' ? shown : expect.stringMatching(shown));
  });

  test('long hidden text is told in part', () => {
    expect(showHidden(tags('x'.repeat(500)))).toBe(`[hidden text “${'x'.repeat(120)}…”]`);
  });
});

describe('what writing needs stays', () => {
  test.each([
    ['Persian, with its joiners', 'می‌خواهم کتاب‌ها را ببینم. نمی‌دانم؛ خانه‌ای بزرگ‌تر.'],
    ['Persian, with a Latin word between marks', 'کتابخانه‌ی \u200EReact\u200E (نسخهٔ ۱۹) را نصب کنید.'],
    ['Arabic with marks', 'السَّلَامُ عَلَيْكُمْ\u200F! C++\u200F لغةٌ.'],
    ['Arabic with the letter mark', 'رقم \u061C123-456'],
    ['Arabic at a word’s edge', 'ه\u200D و \u200Dه'],
    ['Urdu', 'یہ\u200Cکتاب'],
    ['Hebrew with points', 'בְּרֵאשִׁית בָּרָא אֱלֹהִים\u200E.'],
    ['Hindi with joiners', 'क्\u200Dष क्\u200Cष विद्\u200Dया हिन्दी में लिखा हुआ।'],
    ['Bengali', 'র\u200D্যাব'],
    ['Malayalam', 'ന്\u200D അവന്\u200D'],
    ['Sinhala', 'ශ්\u200Dරී ලංකා'],
    ['Khmer and Thai with breaks', 'ភាសា\u200Bខ្មែរ ภาษา\u200Bไทย'],
    ['Tibetan stacks', 'ཧཱུྃ ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ'],
    ['Vietnamese, decomposed', 'Tie\u0302\u0301ng Vie\u0323\u0302t'],
    ['Japanese with chosen shapes', '葛\u{E0100}飾区と辻\u{E0101}さん、'],
    ['Mongolian', 'ᠮᠣᠩᠭᠣᠯ\u180Eᠠ\u180B'],
    ['old Korean', '\u115F\u1161 \u1100\u1160'],
    ['German with soft hyphens', 'Donau\u00ADdampf\u00ADschiff'],
    ['Braille', '⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙'],
    ['mathematics with variants', '⊕\uFE00 ∩\uFE00'],
    ['emoji', '❤️ ☎︎ 1️⃣ #️⃣ 👨‍👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈 🏴‍☠️ ❤️‍🔥 🇩🇪 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🏴󠁧󠁢󠁷󠁬󠁳󠁿 🧑‍💻 🐻‍❄️ 👁️‍🗨️ ⛹🏿‍♀️'],
    ['line breaks and tabs', 'a\n\tb\r\nc'],
  ])('%s', (_what, text) => {
    expect(findHidden(text)).toEqual([]);
    expect(withoutHidden(text)).toBe(text);
  });
});

test('copied text is the text without its hidden runs, and hides nothing more', () => {
  const unit = fc.constantFrom(
    'a',
    ' ',
    '\n',
    'ب',
    'ש',
    'क',
    '字',
    '👩',
    '❤',
    '1',
    '🏴',
    '\u0300',
    '\u200D',
    '\u200C',
    '\u200B',
    '\u200E',
    '\u202E',
    '\uFE0F',
    '\u{E0067}',
    '\u{E007F}',
    '\u{E0100}',
    '\u00AD',
    '\0',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
      const runs = findHidden(text);
      expect(withoutHidden(text)).toBe(
        runs.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text),
      );
      expect(showHidden(text)).not.toMatch(/[\u202A-\u202E\u2066-\u2069]|[\0-\u0008]/);
      for (const [index, { start, end, label }] of runs.entries()) {
        expect(end).toBeGreaterThan(start);
        expect(start).toBeGreaterThanOrEqual(runs[index - 1]?.end ?? 0);
        expect(label).toMatch(/^[ -~“”×…]+$/);
      }
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => showHidden(text) === text || /[^ -~]/.test(text)));
});

test('a megabyte without anything hidden costs little', () => {
  const text = 'Plain words, some Ümläute and 漢字. '.repeat(30_000);
  const start = performance.now();
  expect(showHidden(text)).toBe(text);
  expect(performance.now() - start).toBeLessThan(1000);
});

test('200,000 characters of hidden text are found in time', () => {
  for (const part of ['\u200B', '\u200Ba', '\u200Cب', '\u0300', '\u200Ea\u05D0']) {
    const start = performance.now();
    findHidden(part.repeat(200_000 / part.length));
    expect(performance.now() - start).toBeLessThan(3000);
  }
});
