/** Colours of a chart, resolved for the theme in force. */
export interface ChartColors {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly raised: string;
  /** For categories, told apart in light and in dark. */
  readonly categories: readonly [string, ...string[]];
}

const CATEGORIES = [
  ...['--code-function', '--code-string', '--code-keyword', '--code-number', '--code-type', '--soft'],
] as const;

/** Reads the theme's colours as they apply at an element. */
export function themeColors(element: Element): ChartColors {
  const probe = document.createElement('span');
  element.append(probe);
  // A custom property reads as it is written, light-dark() and all; as a colour it is resolved.
  const resolve = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colors: ChartColors = {
    ink: resolve('--ink'),
    soft: resolve('--soft'),
    line: resolve('--line'),
    raised: resolve('--raised'),
    categories: [resolve('--accent'), ...CATEGORIES.map(resolve)],
  };
  probe.remove();
  return colors;
}

/** Calls back when the theme may have changed, by the system's setting or by ours. Returns how to stop. */
export function watchTheme(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(changed);
  dark.addEventListener('change', changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    dark.removeEventListener('change', changed);
    observer.disconnect();
  };
}
