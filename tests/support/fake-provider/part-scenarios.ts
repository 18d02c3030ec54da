import type { Exchange, Reply, Scenario } from './scenario.ts';
import { pieces } from './texts.ts';

/** Words in a part's notes and in the answer, for tests to look for. */
export const NOTED = 'It begins here';
export const COMBINED = 'All parts together say this';

/**
 * A model that is asked over a whole page, if the name is one: `parts` notes of each part its first block and answers with
 * those blocks; `parts:hold` does so when a token is released, each request for itself; `parts:fail-N` cannot take part N,
 * `parts:401-N` refuses the key with part N.
 */
export function partScenario(name: string): Scenario | undefined {
  const match = /^parts(?::(hold|fail|401)(?:-(\d+))?)?$/.exec(name);
  if (match === null) return undefined;
  const [, how, number] = match;
  return (exchange) => {
    const part = /This is part (\d+) of \d+ of a page/.exec(exchange.lastUserText)?.[1];
    if (part !== undefined && part === number) return refused(exchange, how === '401' ? 401 : 400);
    const text = part === undefined ? answerFrom(exchange) : noteOf(exchange);
    return { body: spoken(exchange, text, how === 'hold') };
  };
}

function refused({ wire }: Exchange, status: number): Reply {
  const [message, code] = status === 401 ? ['No such key.', 'invalid_api_key'] : ['This part is odd.', null];
  return { status, type: 'application/json', body: [wire.errorBody(status, message, code)] };
}

function noteOf({ lastUserText }: Exchange): string {
  const first = /^\[(b\d+)\]/m.exec(lastUserText)?.[1];
  return first === undefined || lastUserText.includes('NOTHING-HERE') ? 'NOTHING' : `${NOTED} [${first}].`;
}

function answerFrom({ lastUserText }: Exchange): string {
  const marks = [...lastUserText.matchAll(/It begins here (\[b\d+\])/g)].map(([, mark]) => mark);
  return `${COMBINED} ${marks.join(' ')}.`;
}

async function* spoken({ wire, released }: Exchange, text: string, held: boolean): AsyncGenerator<string> {
  yield wire.begin();
  if (held) await released();
  for (const piece of pieces(text)) yield wire.text(piece);
  yield wire.end('stop');
}
