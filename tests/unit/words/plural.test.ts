import { describe, expect, it } from 'vitest';
import { plural } from '../../../lib/words/plural';

describe('plural', () => {
  const said = (count: number, ...values: string[]) =>
    plural(count, ['One chat of “{0}” is kept.', '# chats of “{0}” are kept.'], values);

  it.each([
    [1, 'One chat of “Work” is kept.'],
    [0, '0 chats of “Work” are kept.'],
    [1234, '1,234 chats of “Work” are kept.'],
  ])('says %d as English does', (count, words) => {
    expect(said(count, 'Work')).toBe(words);
  });

  it('leaves what a value says as it is', () => {
    expect(said(2, '# {0} $& of 9')).toBe('2 chats of “# {0} $& of 9” are kept.');
  });

  it('says nothing of a value that is not there', () => {
    expect(said(2)).toBe('2 chats of “” are kept.');
  });
});
