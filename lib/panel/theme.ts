import { LOOKS, lookOf, type Appearance, type LookName } from '../domain/appearance';
import { appearanceItem } from '../storage/settings';

const NAMES = Object.keys(LOOKS) as LookName[];

/**
 * Applies the chosen looks to this page, now and whenever they change. Each has a copy in the page's own storage, which is
 * readable before the first paint, so that nothing flashes or moves.
 */
export function followTheme(): void {
  for (const name of NAMES) show(name, localStorage.getItem(name));
  const apply = (appearance: Appearance) => {
    for (const name of NAMES) {
      const look = show(name, appearance[name]);
      if (look === null) localStorage.removeItem(name);
      else localStorage.setItem(name, look);
    }
  };
  void appearanceItem.getValue().then(apply);
  appearanceItem.watch(apply);
}

function show(name: LookName, value: unknown): string | null {
  const look = lookOf(name, value);
  if (look === null) Reflect.deleteProperty(document.documentElement.dataset, name);
  else document.documentElement.dataset[name] = look;
  return look;
}
