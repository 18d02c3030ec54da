/** What a model answered, and what it thought before. */
export interface SplitThought {
  readonly text: string;
  readonly thought: string;
}

const BLOCKS = [
  { open: /^\s*<details type="reasoning"[^>]{0,500}>/i, close: '</details>' },
  { open: /^\s*<think(?:ing)?>/i, close: '</think' },
] as const;

const ENTITIES: Readonly<Record<string, string>> = {
  gt: '>',
  lt: '<',
  amp: '&',
  quot: '"',
  '#x27': "'",
  '#39': "'",
};

/** Splits an answer that begins with its thoughts in a block of their own, as Open WebUI and Page Assist keep them. */
export function splitThought(content: string): SplitThought {
  for (const { open, close } of BLOCKS) {
    const begin = open.exec(content)?.[0];
    if (begin === undefined) continue;
    const end = content.toLowerCase().indexOf(close, begin.length);
    if (end === -1) continue;
    const after = content.indexOf('>', end);
    const inner = content.slice(begin.length, end);
    return {
      text: content.slice(after === -1 ? content.length : after + 1).trim(),
      thought: close === '</details>' ? unescaped(withoutSummary(inner)).trim() : inner.trim(),
    };
  }
  return { text: content, thought: '' };
}

function withoutSummary(inner: string): string {
  const end = inner.indexOf('</summary>');
  return end === -1 ? inner : inner.slice(end + '</summary>'.length);
}

function unescaped(text: string): string {
  return text.replace(/&(gt|lt|amp|quot|#x27|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
