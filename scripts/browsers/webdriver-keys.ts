// WebDriver's code points for keys that type no character of their own.
const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F3: '\uE033',
  F6: '\uE036',
  Meta: '\uE03D',
};

/** WebDriver actions for a key named as Playwright does, e.g. `Shift+Enter`: modifiers down, the key, all up again. */
export function keyActions(key: string): object {
  const names = key === '+' ? ['+'] : key.split('+');
  const values = names.map((name) => {
    const value = KEYS[name] ?? name;
    if (value.length !== 1) throw new Error(`Unknown key ${name}`);
    return value;
  });
  const down = values.map((value) => ({ type: 'keyDown', value }));
  const up = values.toReversed().map((value) => ({ type: 'keyUp', value }));
  return { type: 'key', id: 'keyboard', actions: [...down, ...up] };
}

/** WebDriver actions for a wheel over a point of the view, in CSS pixels. */
export function wheelActions(x: number, y: number, down: number): object {
  const scroll = { type: 'scroll', origin: 'viewport', x, y, deltaX: 0, deltaY: down, duration: 0 };
  return { type: 'wheel', id: 'wheel', actions: [scroll] };
}
