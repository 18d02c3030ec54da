import { mixedTokens } from './mixed-answer.ts';
import type { Scenario } from './scenario.ts';

/** Answers that no renderer likes, by name; `size` is 1 for the whole of each. They end in the word `end`. */
export const HOSTILE_ANSWERS = {
  /** A million tokens of every common kind, 4 MB. */
  tokens: (size) => `${[...mixedTokens(1_000_000 * size)].join('')}\n\nend`,
  /** One line of a megabyte. */
  line: (size) => `${'word '.repeat(200_000 * size)}end`,
  /** One word of a megabyte. */
  word: (size) => `${'w'.repeat(1_000_000 * size)} end`,
  /** 10,000 quotes in one another. */
  quotes: (size) => `${'>'.repeat(10_000 * size)} end`,
  /** A list 2,000 deep, 4 MB of it indentation. */
  list: (size) => `${lines(2_000 * size, (depth) => `${' '.repeat(2 * depth)}- item${depth}`).join('\n')} end`,
  /** 3,000 runs of back-ticks, each longer than the one before; 4.5 MB. */
  ladder: (size) => `${lines(3_000 * size, (length) => '`'.repeat(length + 1)).join(' ')} end`,
  /** A table of 2,000 rows and 200 columns. */
  table: (size) =>
    `${'| a '.repeat(200)}|\n${'|---'.repeat(200)}|\n${`${'| c '.repeat(200)}|\n`.repeat(2_000 * size)}\nend`,
  /** A formula of 100 kB. */
  formula: (size) => `$$\n${'\\frac{a}{b} + '.repeat(7_000 * size)}c\n$$\n\nend`,
  /** A block of code of a megabyte. */
  code: (size) => `\`\`\`js\n${"const lamp = light('white', 15);\n".repeat(30_000 * size)}\`\`\`\n\nend`,
} as const satisfies Readonly<Record<string, (size: number) => string>>;

export type HostileName = keyof typeof HOSTILE_ANSWERS;

/** Characters in an event of the wire: what a fast model sends in one. */
const PIECE = 40;

/**
 * The scenario `hostile:NAME` or, for one part in ten of it, `hostile:NAME/10`, if the name is one: once released, all of
 * it as fast as it is taken; with `-open` behind `hostile` the answer then goes on in silence.
 */
export function hostileScenario(name: string): Scenario | undefined {
  const [, open, key, parts] = /^hostile(-open)?:(\w+)(?:\/(\d+))?$/.exec(name) ?? [];
  const make = Object.entries(HOSTILE_ANSWERS).find(([each]) => each === key)?.[1];
  return make && streamed(() => make(1 / Number(parts ?? 1)), open !== undefined);
}

function streamed(make: () => string, open: boolean): Scenario {
  return ({ wire, gone, released }) => {
    async function* body(): AsyncGenerator<string> {
      yield wire.begin();
      await released();
      const text = make();
      for (let at = 0; at < text.length && !gone.aborted; at += PIECE) yield wire.text(text.slice(at, at + PIECE));
      if (!open) yield wire.end('stop');
    }
    return { body: body(), ...(open ? { after: 'stall' as const } : {}) };
  };
}

function lines(count: number, line: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => line(index));
}
