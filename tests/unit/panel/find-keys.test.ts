import { expect, test } from 'vitest';
import { findCommand } from '../../../lib/panel/find-keys';

const press = (keys: Partial<KeyboardEvent>) => ({
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...keys,
});

test.each([
  ['Ctrl+F', { key: 'f', ctrlKey: true }, 'open', null],
  ['Cmd+F', { key: 'f', metaKey: true }, null, 'open'],
  ['Ctrl+F with capitals locked', { key: 'F', ctrlKey: true }, 'open', null],
  ['Ctrl+F on a Russian keyboard', { key: 'а', code: 'KeyF', ctrlKey: true }, 'open', null],
  ['Ctrl+U, where Dvorak has the F key', { key: 'u', code: 'KeyF', ctrlKey: true }, null, null],
  ['Ctrl+Shift+F', { key: 'F', ctrlKey: true, shiftKey: true }, null, null],
  ['Ctrl+Alt+F', { key: 'f', ctrlKey: true, altKey: true }, null, null],
  ['F', { key: 'f' }, null, null],
  ['F3', { key: 'F3' }, 'next', 'next'],
  ['Shift+F3', { key: 'F3', shiftKey: true }, 'previous', 'previous'],
  ['Ctrl+G', { key: 'g', ctrlKey: true }, 'next', null],
  ['Cmd+Shift+G', { key: 'g', metaKey: true, shiftKey: true }, null, 'previous'],
])('%s', (_name, keys, elsewhere, onMac) => {
  expect([findCommand(press(keys), false), findCommand(press(keys), true)]).toEqual([elsewhere, onMac]);
});
