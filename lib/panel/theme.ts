import { appearanceItem } from '../storage/settings';

/** The theme's copy in the page's own storage: readable before the first paint, so that no wrong theme flashes. */
const COPY = 'theme';

/** Applies the chosen theme to this page, now and whenever it changes. */
export function followTheme(): void {
  apply(localStorage.getItem(COPY));
  void appearanceItem.getValue().then(({ theme }) => apply(theme));
  appearanceItem.watch(({ theme }) => apply(theme));
}

function apply(theme: string | null): void {
  const chosen = theme === 'light' || theme === 'dark' ? theme : null;
  if (chosen === null) {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem(COPY);
  } else {
    document.documentElement.dataset.theme = chosen;
    localStorage.setItem(COPY, chosen);
  }
}
