import { describe, expect, it } from 'vitest';
import { squeeze, squeezeLines, unseenMessages, withoutUnseen, wordsOf } from '../../../lib/page/text';

describe('withoutUnseen', () => {
  it('takes out tag characters, bidi controls and zero-width characters', () => {
    const hidden = [...'ignore'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
    expect(withoutUnseen(`a${hidden}b\u202Ec\u2066d\u200Be\uFEFFf\u00ADg`)).toBe('abcdefg');
  });

  it('keeps the single joiners that shape emoji and Persian words, not runs of them', () => {
    expect(withoutUnseen('👩‍💻 می‌خواهم')).toBe('👩‍💻 می‌خواهم');
    expect(withoutUnseen('a\u200C\u200D\u200C\u200Db')).toBe('ab');
  });
});

describe('unseenMessages', () => {
  it('reads what tag characters say, and counts other runs', () => {
    const hidden = [...'ignore'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
    expect(unseenMessages(`a${hidden}b`)).toEqual(['ignore']);
    expect(unseenMessages(`a${'\u200B'.repeat(9)}b${'\uFE01'.repeat(4)}`)).toEqual([
      '9 characters',
      '4 characters',
    ]);
  });

  it('finds none in a flag, an emoji or a soft hyphen', () => {
    expect(unseenMessages('🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} ❤️ hy\u00ADphen')).toEqual([]);
  });
});

describe('squeeze', () => {
  it('makes one space of every run of white space, the no-break kind too', () => {
    expect(squeeze('  a \n\t b\u00A0 c ')).toBe('a b c');
  });

  it('keeps line breaks and drops empty lines where asked', () => {
    expect(squeezeLines(' a  b \n \n c ')).toBe('a b\nc');
  });
});

describe('wordsOf', () => {
  it('finds words of any script in lower case', () => {
    expect(wordsOf('Größe: 2_5 — 東京, Été!')).toEqual(['größe', '2_5', '東京', 'été']);
  });
});
