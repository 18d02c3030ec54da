import commonmark from 'commonmark-spec/spec.txt?raw';
import gfm from '../../fixtures/markdown/gfm-extensions.txt?raw';

/** One example of a specification: source and the HTML it stands for. */
export interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly section: string;
  /** From 1, as in the specification. */
  readonly number: number;
}

const EXAMPLE_OR_HEADING = /^`{32} example[ a-z]*\n([\s\S]*?)^\.\n([\s\S]*?)^`{32}$|^#{1,6} *(.*)$/gm;

function readExamples(specification: string): readonly Example[] {
  const examples: Example[] = [];
  let section = '';
  const text = specification.replaceAll(/\r\n?/g, '\n').replace(/^<!-- END TESTS -->[\s\S]*/m, '');
  for (const [, markdown, html, heading] of text.matchAll(EXAMPLE_OR_HEADING)) {
    if (heading !== undefined) section = heading;
    else examples.push({ markdown: tabs(markdown), html: tabs(html), section, number: examples.length + 1 });
  }
  return examples;
}

/** The specifications write → for a tab. */
function tabs(text: string | undefined): string {
  return (text ?? '').replaceAll('→', '\t');
}

/** The 652 examples of CommonMark 0.31.2. */
export const COMMONMARK_EXAMPLES = readExamples(commonmark);

/** The 12 examples of GitHub Flavored Markdown for tables, task lists and strikethrough. */
export const GFM_EXAMPLES = readExamples(gfm);
