import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseLanguage, language, locale } from '../../../lib/words/locale';

afterEach(() => {
  chooseLanguage(null);
  vi.unstubAllGlobals();
});

const wants = (...languages: string[]) => vi.stubGlobal('navigator', { languages });

describe('the locale', () => {
  it('is the browser’s until one is chosen', () => {
    wants('en-GB');
    expect([language(), locale()]).toEqual(['en', 'en-GB']);
  });

  it('is English where the browser wants what is not offered', () => {
    wants('tlh', 'not a tag');
    expect([language(), locale()]).toEqual(['en', 'en']);
  });

  it('keeps the region that the browser wants a chosen language in', () => {
    wants('tlh', 'en-AU', 'en-GB');
    chooseLanguage('en');
    expect(locale()).toBe('en-AU');
  });

  it('takes no language that is not offered', () => {
    wants('en-US');
    chooseLanguage('tlh');
    expect(language()).toBe('en');
  });
});
