/** Colours of a chart, resolved for the theme in force. */
export interface ChartColors {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly raised: string;
  /** Where a scale of sizes begins: seen, but barely. */
  readonly faint: string;
  /** For categories, told apart in light and in dark, also by those who see fewer colours. */
  readonly categories: readonly [string, ...string[]];
}

const CATEGORIES = [2, 3, 4, 5, 6, 7, 8].map((number) => `--chart-${number}`);

/** Reads the theme's colours as they apply at an element. */
export function themeColors(element: Element): ChartColors {
  const probe = document.createElement('span');
  // Colours that the system forces are the theme's too, but must not replace those that are asked for here.
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  // A custom property reads as it is written, light-dark() and all; as a colour it is resolved.
  const resolve = (name: string) => {
    probe.style.color = `var(${name})`;
    return plainColor(getComputedStyle(probe).color);
  };
  const colors: ChartColors = {
    ink: resolve('--chart-ink'),
    soft: resolve('--chart-soft'),
    line: resolve('--chart-line'),
    raised: resolve('--chart-paper'),
    faint: resolve('--chart-faint'),
    categories: [resolve('--chart-1'), ...CATEGORIES.map(resolve)],
  };
  probe.remove();
  return colors;
}

/** Mixed colours are written in words that Vega does not know; a pixel of them is plain. */
function plainColor(color: string): string {
  if (color.startsWith('rgb')) return color;
  const canvas = document.createElement('canvas').getContext('2d');
  if (canvas === null) return color;
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

const SYSTEM_LOOKS = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

/** The attributes that `lib/panel/theme.ts` sets for colours. */
const LOOKS_OF_ROOT = ['data-theme', 'data-contrast', 'data-accent'];

/** Calls back when the theme may have changed, by the system's setting or by ours. Returns how to stop. */
export function watchTheme(changed: () => void): () => void {
  const looks = SYSTEM_LOOKS.map((query) => matchMedia(query));
  const observer = new MutationObserver(changed);
  for (const look of looks) look.addEventListener('change', changed);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: LOOKS_OF_ROOT });
  return () => {
    for (const look of looks) look.removeEventListener('change', changed);
    observer.disconnect();
  };
}
