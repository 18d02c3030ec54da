import type { Payload } from './payload.ts';

/** A payload as it stands in an answer. */
export type Embedding = (payload: Payload) => string;

/** The six places that every payload is tried in. */
export const EMBEDDINGS = {
  paragraph: block,
  list: (payload) => `- before\n- ${block(payload).replaceAll('\n', '\n  ')}\n- after`,
  'table cell': ({ text }) => `| a | b |\n|---|:-:|\n| ${cell(text)} | after |`,
  link: ({ text }) =>
    `[${line(text)}](https://l.canary.invalid/) and [x](<${line(text)}>) and [y](${line(text)} "${line(text)}")`,
  fence: ({ text }) => {
    const ticks = '`'.repeat(longestRun(text) + 1);
    return `${ticks}${line(text).replaceAll('`', '').slice(0, 300)}\n${text}\n${ticks}`;
  },
  heading: ({ text }) => `## ${line(text)}`,
} as const satisfies Readonly<Record<string, Embedding>>;

export type EmbeddingName = keyof typeof EMBEDDINGS;

export const EMBEDDING_NAMES = Object.keys(EMBEDDINGS) as readonly EmbeddingName[];

function block({ text, fence }: Payload): string {
  if (fence === undefined) return text;
  const ticks = '`'.repeat(longestRun(text) + 1);
  return `${ticks}${fence}\n${text}\n${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

function line(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ');
}

function cell(text: string): string {
  return line(text).replaceAll(/(?<!\\)\|/g, '\\|');
}
