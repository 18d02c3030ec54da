import { describe, expect, it } from 'vitest';
import { refuseTex } from '../../../../lib/markdown/math/refuse-tex';

describe('LaTeX that is not drawn', () => {
  it.each([
    ['\\href{https://a.example}{x}', '\\href is not allowed.'],
    ['x + \\url{a}', '\\url is not allowed.'],
    ['\\includegraphics{a}', '\\includegraphics is not allowed.'],
    ['\\htmlId{app}{x}', '\\htmlId is not allowed.'],
    ['\\htmlStyle{color: red}{x}', '\\htmlStyle is not allowed.'],
    ['\\def\\a{\\a\\a}\\a', '\\def is not allowed.'],
    ['\\renewcommand{\\frac}{x}', '\\renewcommand is not allowed.'],
    ['\\let\\a=b', '\\let is not allowed.'],
    ['\\text{a\u202Eb}', 'it has hidden characters.'],
    ['a\\char"202E b', '\\char is not allowed.'],
    ['\\@char{8238}', '\\@char is not allowed.'],
    ['{'.repeat(51) + 'x' + '}'.repeat(51), 'it is nested too deep.'],
  ])('%j', (tex, reason) => {
    expect(refuseTex(tex)).toBe(reason);
  });

  it.each([
    '\\hrefs',
    '\\left( \\delta \\right)',
    '\\longrightarrow',
    '\\{'.repeat(80),
    '{'.repeat(50) + '}'.repeat(50),
    '\\letter',
  ])('unlike %j', (tex) => {
    expect(refuseTex(tex)).toBeNull();
  });
});
