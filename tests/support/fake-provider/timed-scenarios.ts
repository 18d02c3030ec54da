import { setTimeout as sleep } from 'node:timers/promises';
import { cutAnywhere, seeded } from '../random.ts';
import type { Exchange, Reply, Scenario } from './scenario.ts';
import { trickleTokens } from './texts.ts';

/** Bytes come so many milliseconds after the beginning, in scenario `gaps`; it ends at the last. */
const GAP_TIMES_MS = [1_000, 101_000, 201_000, 301_000, 331_000] as const;

/** An answer of 600 numbered words, one each `ms` milliseconds; `tag:WORD` in the question says which word. */
function trickle(ms: number): Scenario {
  return (exchange) => {
    const tag = /tag:(\w+)/.exec(exchange.lastUserText)?.[1] ?? 'wörd';
    return timed(exchange, trickleTokens(tag), (index) => index * ms);
  };
}

/** An answer with silences of 100 s between its five words, over after 331 s. */
const gaps: Scenario = (exchange) =>
  timed(
    exchange,
    GAP_TIMES_MS.map((at) => `second-${at / 1_000} `),
    (index) => GAP_TIMES_MS[index] ?? 0,
  );

function timed({ wire, gone }: Exchange, tokens: readonly string[], dueAt: (index: number) => number): Reply {
  async function* body(): AsyncGenerator<string> {
    const start = performance.now();
    yield wire.begin();
    for (const [index, token] of tokens.entries()) {
      const wait = start + dueAt(index) - performance.now();
      if (wait > 0) await sleep(wait, undefined, { signal: gone }).catch(() => undefined);
      if (gone.aborted) return;
      yield wire.text(token);
    }
    yield wire.end('stop');
  }
  return { body: body() };
}

/** An answer in some 60 pieces that are cut anywhere, surrogate pairs too; the seed says where. One comes each 30 ms. */
export function cutAnswer(text: string, seed: number): Scenario {
  return (exchange) => timed(exchange, cutAnywhere(text, text.length / 60, seeded(seed)), (index) => index * 30);
}

/** The scenario `gaps` or `trickle:MS`, if the name is one of them. */
export function timedScenario(name: string): Scenario | undefined {
  if (name === 'gaps') return gaps;
  const ms = /^trickle:(\d+)$/.exec(name)?.[1];
  return ms === undefined ? undefined : trickle(Number(ms));
}
