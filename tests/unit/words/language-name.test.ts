import { expect, it } from 'vitest';
import { languageName } from '../../../lib/words/language-name';

it.each([
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['fr', 'Français'],
  ['zh-Hans', '简体中文'],
  ['ar', 'العربية'],
])('%s calls itself %s', (tag, name) => {
  expect(languageName(tag)).toBe(name);
});
