import { setTimeout as sleep } from 'node:timers/promises';
import type { Scenario } from './scenario.ts';

const WORDS = (
  'the keeper of lamp and tower wrote down each ship that passed by night its name bearing hour weather glass tide ' +
  'wind from north west over harbour wall until dawn came then slept while clockwork wound again for evening'
).split(' ');

/** About a token of a model: up to five characters, a space before it taken along; a numbered word stays whole. */
const TOKEN = /\n+|[ \t]*[^\w\s]*q\d+|[ \t]*[^\s]{1,5}|[ \t]+/gu;

/**
 * The tokens of a long answer of every common kind: paragraphs with marks, nested lists, tables, fenced code, quotes
 * and math. Numbered words (`q00001`, `q00002`, …; no other word has a q) stand in the order of the text, so that what is on view
 * can be placed.
 */
export function* mixedTokens(count: number): Generator<string> {
  let left = count;
  for (const part of parts()) {
    for (const token of part.match(TOKEN) ?? []) {
      if (left-- === 0) return;
      yield token;
    }
  }
}

function* parts(): Generator<string> {
  let number = 0;
  let state = 7;
  const next = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const word = (): string => WORDS[next(WORDS.length)] ?? '';
  const words = (length: number): string =>
    `q${String(++number).padStart(5, '0')} ${Array.from({ length }, word).join(' ')}`;
  for (let round = 1; ; round++) {
    yield `## Part ${round}: ${words(3)}\n\n`;
    yield `${words(18)}, **${words(2)}** and *${words(2)}*, then \`${word()}_${word()}\` ${words(12)}.\n\n`;
    yield `${words(24)}; see [${words(2)}](https://example.com/${word()}/${round}). ${words(16)}.\n\n`;
    yield `- ${words(9)}\n- **${word()}**: ${words(7)}\n  - ${words(6)}\n  - ${words(5)}\n    1. ${words(4)}\n    2. ${words(4)}\n- ${words(8)}\n\n`;
    yield `| ${word()} | ${word()} | ${word()} |\n|---|--:|:-:|\n`;
    for (let row = 0; row < 5; row++) yield `| ${words(2)} | ${next(900)} | ${word()} |\n`;
    yield `\n${words(20)} $a_${round} = \\frac{${next(90)}}{b + ${next(9)}}$ ${words(10)}.\n\n`;
    yield `$$\n\\sum_{k=1}^{${next(90)}} x_k^2 + y_{${round}} \\le ${next(900)}\n$$\n\n`;
    yield `\`\`\`js\n// ${words(5)}\n`;
    for (let line = 0; line < 6; line++) yield `const ${word()}${line} = ${word()}(${next(99)}, '${words(2)}');\n`;
    yield `\`\`\`\n\n> ${words(14)}.\n\n`;
  }
}

/** How an answer comes. */
interface PacedStream {
  readonly tokens: () => Iterator<string>;
  /** Tokens that come at once when the answer is released; the others wait until it is released again. */
  readonly first: number;
  /** Infinity: as fast as they are taken. */
  readonly perSecond: number;
  /** Tokens in each event of the wire. */
  readonly perEvent: number;
}

/** Answers, once released, with the first tokens and then the others. */
function pacedAnswer({ tokens, first, perSecond, perEvent }: PacedStream): Scenario {
  return ({ wire, gone, released }) => {
    async function* body(): AsyncGenerator<string> {
      yield wire.begin();
      await released();
      if (first > 0) {
        yield wire.text([...Iterator.from(tokens()).take(first)].join(''));
        await released();
      }
      const start = performance.now();
      let held = '';
      let sent = 0;
      for (const token of Iterator.from(tokens()).drop(first)) {
        held += token;
        if (++sent % perEvent !== 0) continue;
        const wait = start + (sent * 1_000) / perSecond - performance.now();
        if (wait > 0) await sleep(wait, undefined, { signal: gone }).catch(() => undefined);
        if (gone.aborted) return;
        yield wire.text(held);
        held = '';
      }
      if (held !== '') yield wire.text(held);
      yield wire.end('stop');
    }
    return { body: body() };
  };
}

/**
 * The scenario `mixed:COUNT`, `mixed:FIRST+COUNT`, either with `@PER_SECOND` and `/PER_EVENT`, or `paced:PER_SECOND:TEXT`,
 * if the name is one.
 */
export function mixedScenario(name: string): Scenario | undefined {
  const pace = /^paced:(\d+):/.exec(name);
  if (pace !== null) {
    const tokens = name.slice(pace[0].length).match(TOKEN) ?? [];
    return pacedAnswer({ tokens: () => tokens.values(), first: 0, perSecond: Number(pace[1]), perEvent: 1 });
  }
  const [, first = '0', count, perSecond, perEvent] =
    /^mixed:(?:(\d+)\+)?(\d+)(?:@(\d+))?(?:\/(\d+))?$/.exec(name) ?? [];
  if (count === undefined) return undefined;
  return pacedAnswer({
    tokens: () => mixedTokens(Number(first) + Number(count)),
    first: Number(first),
    perSecond: perSecond === undefined ? Infinity : Number(perSecond),
    perEvent: Number(perEvent ?? 1),
  });
}
