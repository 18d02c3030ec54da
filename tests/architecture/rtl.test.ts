import { expect, it } from 'vitest';
import { sourceFiles } from './support/source-files';

/** Sides of the screen, where a language written from the right wants those of the line. */
const SIDES =
  /(?<![\w-])(?:(?:margin|padding|border|scroll-(?:margin|padding))-(?:left|right)(?:-\w+)?|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:|(?<![\w-])(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g;

/** Meant so, in either direction. */
const MEANT: Readonly<Record<string, string>> = {
  'components/chat/JumpToLatest.svelte': 'in the middle: half the width from one side, half of itself back',
  'components/markdown/styles/table.css':
    'the shadow where a table scrolls stands at the edge of the screen; a column is aligned as its Markdown says',
};

it('styles name the beginning and the end of a line, not left and right', () => {
  const styles = sourceFiles(['components', 'entrypoints'], ['.svelte', '.css']);
  expect(styles.length).toBeGreaterThan(100);
  const found = styles.flatMap(({ path, text }) => {
    const css = path.endsWith('.css') ? text : (/<style[^>]*>([^]*)<\/style>/.exec(text)?.[1] ?? '');
    return MEANT[path] === undefined ? Array.from(css.matchAll(SIDES), ([side]) => `${path} has “${side}”`) : [];
  });
  expect(found, 'Use margin-inline-start, inset-inline-end, text-align: start and the like.').toEqual([]);
});

it('pictures that point are turned where the language is', () => {
  const pointing = sourceFiles(['components'], ['.svelte']).filter(({ text }) =>
    /icons\/(?:chevron|arrow)(?:s)?-(?:left|right)'/.test(text),
  );
  expect(pointing.length).toBeGreaterThan(0);
  expect(pointing.filter(({ text }) => !/:dir\(rtl\)|\[dir='rtl'\]/.test(text)).map(({ path }) => path)).toEqual(
    [],
  );
});
