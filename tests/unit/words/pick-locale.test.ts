import { describe, expect, it } from 'vitest';
import { pickLocale } from '../../../lib/words/pick-locale';

const OFFERED = ['en', 'de', 'pt', 'zh-CN', 'ar'] as const;

describe('pickLocale', () => {
  it.each([
    [['de'], 'de'],
    [['de-AT', 'en'], 'de'],
    [['pt-BR'], 'pt'],
    [['zh'], 'zh-CN'],
    [['zh-SG'], 'zh-CN'],
    [['zh-Hant-TW', 'ar-EG'], 'zh-CN'],
    [['nl', 'ar-EG', 'de'], 'ar'],
    [['pt_BR'], 'pt'],
    [['not a tag', 'de'], 'de'],
    [['nl'], 'en'],
    [[], 'en'],
  ])('%j is read in %s', (wanted, picked) => {
    expect(pickLocale(wanted, OFFERED)).toBe(picked);
  });
});
