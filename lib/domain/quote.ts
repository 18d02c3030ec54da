/** A selection as Markdown quotation, line breaks kept, with room to write below it. */
export function quoteForComposer(selection: string): string {
  const lines = selection.trim().split(/\r\n|\r|\n/);
  return `${lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')}\n\n`;
}

/** A question cut into quoted and own passages, in order, for showing. */
export function splitQuotes(question: string): readonly { readonly quoted: boolean; readonly text: string }[] {
  const passages: { quoted: boolean; text: string }[] = [];
  for (const line of question.split('\n')) {
    const quoted = /^>( |$)/.test(line);
    const text = quoted ? line.slice(2) : line;
    const last = passages.at(-1);
    if (last?.quoted === quoted) last.text += `\n${text}`;
    else passages.push({ quoted, text });
  }
  return passages
    .map(({ quoted, text }) => ({ quoted, text: text.replace(/^\n+|\n+$/g, '') }))
    .filter(({ text }) => text !== '');
}
