const files = import.meta.glob<string>('../../fixtures/markdown/{answer,gallery,answers/*}.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A long answer to stream, by a short name. */
export interface LongAnswer {
  readonly name: string;
  readonly text: string;
}

/** Answers of the kinds that models write, constructed for this project. The letter has CR LF line breaks. */
export const LONG_ANSWERS: readonly LongAnswer[] = Object.entries(files).map(([path, text]) => {
  const name = path.replace(/^.*\//, '').replace(/\.md$/, '');
  return { name, text: name === 'letter' ? text.replaceAll('\n', '\r\n') : text };
});
