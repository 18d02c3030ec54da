/** A question and its answer, in Markdown. */
export interface WrittenTurn {
  readonly question: string;
  readonly answer: string;
}

/** A word that every hundredth turn has in a few shapes, three times; no other turn has it. */
export const RARE_WORD = 'Zugspitze';

/** Words long and short, with and without diacritics. */
const WORDS =
  `the of and to in a is that it was for on are with as be at one have this from or had by hot word but what some we can
  out other were all there when up use your how said an each she which do their time if will way about many then them
  write would like so these her long make thing see him two has look more day could go come did number sound no most
  people my over know water than call first who may down side been now find café naïve façade Übermut résumé coördinate
  bridge harbour traffic tunnel concrete foundation engineer measurement temperature approximately nevertheless`.split(
    /\s+/,
  );
const LANGUAGES = ['ts', 'python', 'rust', 'sql', 'bash', 'json'] as const;

/**
 * Writes a chat of many kinds of text: paragraphs with emphasis, links and code, lists, quotes, tables, fenced code.
 * An answer has about 3,900 characters. `random` gives numbers in [0, 1): the same ones give the same chat.
 */
export function writeTurns(count: number, random: () => number): readonly WrittenTurn[] {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item;
  const words = (length: number) => Array.from({ length }, () => pick(WORDS)).join(' ');
  const sentence = () => {
    const text = words(6 + below(14));
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const marked = () => {
    const kind = below(5);
    if (kind === 0) return `**${words(2)}**`;
    if (kind === 1) return `*${words(1)}*`;
    if (kind === 2) return `\`${words(1)}\``;
    return kind === 3 ? `[${words(2)}](https://example.com/${words(1)})` : words(1);
  };
  const paragraph = () => Array.from({ length: 2 + below(5) }, () => `${sentence()} ${marked()}`).join(' ');
  const list = (mark: (index: number) => string) =>
    Array.from({ length: 3 + below(5) }, (_, index) => `${mark(index)} ${sentence()}`).join('\n');
  const table = () => {
    const columns = 2 + below(3);
    const row = (cell: () => string) => `| ${Array.from({ length: columns }, cell).join(' | ')} |`;
    const rows = Array.from({ length: 3 + below(6) }, () => row(() => words(2)));
    return [row(() => words(1)), row(() => '---'), ...rows].join('\n');
  };
  const code = () => {
    const lines = Array.from({ length: 4 + below(14) }, () => `  const ${pick(['a', 'b', 'c'])} = "${words(4)}";`);
    return `\`\`\`${pick(LANGUAGES)}\n${lines.join('\n')}\n\`\`\``;
  };
  const block = () => {
    const kind = below(12);
    if (kind === 0) return `## ${words(4)}`;
    if (kind === 1) return list(() => '-');
    if (kind === 2) return list((index) => `${index + 1}.`);
    if (kind === 3) return table();
    if (kind === 4) return code();
    return kind === 5 ? `> ${paragraph()}` : paragraph();
  };
  const rare = () =>
    `It is ${RARE_WORD.toUpperCase()}, the **${RARE_WORD.slice(0, 3)}**${RARE_WORD.slice(3)}:\n\n- Zügspitze\n`;

  return Array.from({ length: count }, (_, index) => {
    const blocks: string[] = index % 100 === 50 ? [rare()] : [];
    const wanted = 600 + random() * random() * 12_000;
    for (let length = 0; length < wanted;) {
      const next = block();
      blocks.push(next);
      length += next.length + 2;
    }
    return { question: `${index + 1}. ${words(4 + below(30))}?`, answer: blocks.join('\n\n') };
  });
}
