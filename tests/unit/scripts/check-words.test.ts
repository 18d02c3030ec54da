import { describe, expect, it } from 'vitest';
import { wordProblems } from '../../../scripts/build/check-words';

const WANTED = [
  { text: 'Hello {0}', plural: false, files: ['a.ts'] },
  { text: 'One of {0}\n# of {0}', plural: true, files: ['b.ts'] },
  { text: 'Ollama', plural: false, files: [] },
];
const GOOD = {
  'Hello {0}': 'Hallo {0}',
  'One of {0}\n# of {0}': ['Eines von {0}', '# von {0}'],
  Ollama: 'Ollama',
};
const SAME = { '*': ['Ollama'] };

describe('wordProblems', () => {
  it('has nothing to say of what is whole', () => {
    expect(wordProblems('de', GOOD, WANTED, SAME)).toEqual([]);
  });

  it.each([
    ['a missing text', { 'Hello {0}': undefined }, 'of a.ts is missing'],
    ['a lost hole', { 'Hello {0}': 'Hallo' }, 'holes {0}'],
    ['an invented hole', { 'Hello {0}': 'Hallo {0} {1}' }, 'holes {0}'],
    ['an empty text', { 'Hello {0}': ' {0}'.trim().slice(3) }, 'empty'],
    ['English', { 'Hello {0}': 'Hello {0}' }, 'same as in English'],
    ['too few forms', { 'One of {0}\n# of {0}': ['# von {0}'] }, 'to have 2 forms'],
    ['a text for a plural', { 'One of {0}\n# of {0}': '# von {0}' }, 'a list of forms'],
    ['a count that is not told', { 'One of {0}\n# of {0}': ['Eines von {0}', 'Viele von {0}'] }, 'how many'],
    ['what the code no longer says', { Gone: 'Weg' }, 'no longer says'],
  ])('names %s', (_, change, words) => {
    const translations = Object.fromEntries(
      Object.entries({ ...GOOD, ...change }).filter(([, to]) => to !== undefined),
    ) as Record<string, string | string[]>;
    expect(wordProblems('de', translations, WANTED, SAME).join()).toContain(words);
  });

  it('wants as many forms as the language tells apart', () => {
    const forms = ['واحد من {0}', 'اثنان من {0}', '# من {0}'];
    const problems = wordProblems('ar', { ...GOOD, 'One of {0}\n# of {0}': forms }, WANTED, SAME);
    expect(problems.join()).toContain('6 forms, and has 3');
  });
});
