import { toChatError, type ChatError, type ChatErrorKind } from '../../domain/errors';
import { hostKind } from '../../domain/host-kind';
import type { RunEvent, StreamEvent, Usage } from '../../domain/stream-event';
import { isSettled, sumUsage, type FindingPart } from '../../domain/whole-page/finding';
import { saysNothing } from '../../domain/whole-page/notes';
import { untilAborted } from '../until-aborted';
import { withRetries } from '../with-retries';
import { createEventQueue } from './event-queue';

/** How parts are read. */
export interface PartReading {
  /** Asks the provider about one part. */
  readonly ask: (part: number) => AsyncIterable<StreamEvent>;
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => number;
  /** How many parts are asked about at a time. */
  readonly lanes: number;
}

/** Failures of one part; all others would befall the next one just so. */
const OF_ONE_PART: ReadonlySet<ChatErrorKind> = new Set([
  'bad-request',
  'context-length',
  'empty-answer',
  'stream-broken',
  'timeout',
  'unknown',
]);

/** Milliseconds between two signs of life of a part that is being read. */
const SIGN_MS = 1_000;

/** How many parts may be asked about at a time: a server of one's own does one thing after another. */
export function lanesFor(host: string | null): number {
  const isOwn = host === null || (URL.canParse(`http://${host}`) && hostKind(`http://${host}`) !== 'public');
  return isOwn ? 1 : 2;
}

/**
 * Reads the parts that are not settled yet, told by `finding` events; ends without one of its own, with what was found of
 * every part. A failure that the next part would meet too lets no further part begin; a server that is too busy is asked
 * about one part at a time.
 */
export async function* readParts(
  { ask, wait, now, lanes }: PartReading,
  findings: readonly FindingPart[],
  signal: AbortSignal,
): AsyncGenerator<RunEvent, readonly FindingPart[], void> {
  const found = new Map(findings.map((finding) => [finding.part, finding]));
  const todo = findings.filter((finding) => !isSettled(finding)).map(({ part }) => part);
  const queue = createEventQueue<RunEvent>();
  let open = lanes;
  let halted = false;

  function put(finding: FindingPart): void {
    found.set(finding.part, finding);
    queue.push({ type: 'finding', finding });
  }

  async function read(part: number): Promise<void> {
    const before = found.get(part)?.usage;
    let text = '';
    let usage: Usage | undefined;
    let toldAt = now();
    const standing = (): Pick<FindingPart, 'type' | 'part' | 'usage'> => {
      const sum = sumUsage([before, usage]);
      return { type: 'finding', part, ...(sum === null ? {} : { usage: sum }) };
    };
    put({ ...standing(), state: 'reading', text });
    const events = withRetries(() => ask(part), { wait, now });
    for await (const event of untilAborted(events, signal)) {
      switch (event.type) {
        case 'text-delta':
          text += event.text;
          if (now() - toldAt < SIGN_MS) break;
          toldAt = now();
          put({ ...standing(), state: 'reading', text });
          break;
        case 'usage':
          usage = { ...usage, ...event.usage };
          break;
        case 'retry':
          open = 1;
          queue.push(event);
          break;
        case 'phase':
          queue.push(event);
          break;
        case 'stop':
          return put({ ...standing(), state: 'waiting', text: '' });
        case 'error':
          halted ||= !OF_ONE_PART.has(event.error.kind);
          return put({ ...standing(), state: 'failed', text: '', error: event.error });
        case 'reasoning-delta':
        case 'reasoning-start':
        case 'reasoning-end':
        case 'reasoning-seal':
        case 'finding':
          break;
        case 'end': {
          const withheld = event.reason === 'refused' || event.reason === 'filtered';
          if (withheld && text.trim() === '')
            return put({ ...standing(), state: 'failed', text: '', error: WITHHELD[event.reason] });
          return put({
            ...standing(),
            ...(saysNothing(text) ? { state: 'empty', text: '' } : { state: 'read', text }),
          });
        }
      }
    }
  }

  async function lane(number: number): Promise<void> {
    while (!halted && !signal.aborted && number < open) {
      const part = todo.shift();
      if (part === undefined) return;
      await read(part).catch((reason: unknown) =>
        put({ type: 'finding', part, state: 'failed', text: '', error: toChatError(reason) }),
      );
      queue.push({ type: 'usage', usage: sumUsage([...found.values()].map(({ usage }) => usage)) ?? {} });
    }
  }

  const done = Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  void done.then(() => queue.close());
  yield* queue.events;
  return [...found.values()].sort((a, b) => a.part - b.part);
}

const WITHHELD = {
  refused: { kind: 'unknown', detail: 'The model declined to read this part.' },
  filtered: { kind: 'unknown', detail: 'The provider’s content filter held the notes of this part back.' },
} as const satisfies Record<string, ChatError>;
