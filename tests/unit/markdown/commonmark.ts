import { createRequire } from 'node:module';

export interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly section: string;
  readonly number: number;
}

const specification = createRequire(import.meta.url)('commonmark-spec') as { readonly tests: readonly Example[] };

/** The 652 examples of CommonMark 0.31.2 (CC BY-SA 4.0, the package commonmark-spec); → stands for a tab there. */
export const EXAMPLES: readonly Example[] = specification.tests.map((example) => ({
  ...example,
  markdown: example.markdown.replaceAll('→', '\t'),
  html: example.html.replaceAll('→', '\t'),
}));
