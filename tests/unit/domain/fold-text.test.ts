import { expect, test } from 'vitest';
import { foldText } from '../../../lib/domain/fold-text';

test('text is compared without case, accents and width', () => {
  expect(foldText('ÉCOLE Über ﬁn ＡＢＣ')).toBe('ecole uber fin abc');
  expect(foldText('İstanbul')).toBe(foldText('istanbul'));
});

test('the reader’s locale changes nothing: INFO is found by info in a Turkish browser', () => {
  const lower = String.prototype.toLocaleLowerCase;
  String.prototype.toLocaleLowerCase = function (this: string) {
    return lower.call(this, 'tr');
  };
  try {
    expect(foldText('INFO')).toBe('info');
  } finally {
    String.prototype.toLocaleLowerCase = lower;
  }
});
