import { expect, test } from 'vitest';
import { keyActions } from '../../../../scripts/browsers/webdriver-keys';

test('a key with modifiers goes down in order and up in reverse', () => {
  expect(keyActions('Shift+Enter')).toMatchObject({
    actions: [
      { type: 'keyDown', value: '\uE008' },
      { type: 'keyDown', value: '\uE007' },
      { type: 'keyUp', value: '\uE007' },
      { type: 'keyUp', value: '\uE008' },
    ],
  });
});

test('a plain character is itself, the plus sign too', () => {
  expect(keyActions('a')).toMatchObject({ actions: [{ value: 'a' }, { value: 'a' }] });
  expect(keyActions('+')).toMatchObject({ actions: [{ value: '+' }, { value: '+' }] });
});

test('an unknown key is refused by its name', () => {
  expect(() => keyActions('Control+Entr')).toThrow('Unknown key Entr');
});
