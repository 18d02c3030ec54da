import type { Plugin } from 'vite';

/** KaTeX's style sheet. */
const STYLES = /\/katex\/dist\/katex(?:\.min)?\.css(?:\?|$)/;
const OTHER_FORMATS = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g;

/**
 * A Vite plugin that leaves KaTeX one format of its fonts, the one that every browser we run in reads, and keeps the
 * small ones files: our content policy takes fonts from files alone.
 */
export function katexFonts(): Plugin {
  return {
    name: 'aside:katex-fonts',
    enforce: 'pre',
    config: () => ({
      build: { assetsInlineLimit: (path: string) => (path.endsWith('.woff2') ? false : undefined) },
    }),
    transform(code, id) {
      return STYLES.test(id.replaceAll('\\', '/')) ? code.replaceAll(OTHER_FORMATS, '') : null;
    },
  };
}
