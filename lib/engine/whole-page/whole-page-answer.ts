import type { Message, ThreadMessage } from '../../domain/chat';
import { textOf } from '../../domain/content';
import { ChatFailure, type ChatError } from '../../domain/errors';
import { fingerprint } from '../../domain/fingerprint';
import { chosenBlocks } from '../../domain/page';
import { SYSTEM_TEXT_VERSION, type Prompt } from '../../domain/prompt';
import { promptFingerprint, promptTokens, type SentRecord } from '../../domain/sent-request';
import type { RunEvent, StreamEvent, Usage } from '../../domain/stream-event';
import { findingsOf, isSettled, sumUsage, type FindingPart } from '../../domain/whole-page/finding';
import type { WholePagePlan } from '../../domain/whole-page/plan';
import { combinePrompt, partPrompt, type WholePageSource } from '../../domain/whole-page/prompts';
import { missingParts } from '../../domain/whole-page/requests';
import { formatList } from '../../words/format';
import { plural } from '../../words/plural';
import type { ChatStore } from '../chat-store';
import { summaryIn } from '../prompt-for';
import { lanesFor, readParts } from './read-parts';

type SourceStore = Pick<ChatStore, 'thread' | 'snapshot'>;

/** An answer over a whole page as it stands: what it is made from and how far it has come. */
export interface WholePageState {
  readonly source: WholePageSource;
  /** One for each part. */
  readonly findings: readonly FindingPart[];
  /** The answer's row with what of it is written; null where nothing is. */
  readonly partial: ThreadMessage | null;
}

/** Reads that state; `went` is the record of it as it was asked, where that is to be told. Rejects with a ChatFailure where the page is no longer the one that was planned. */
export async function wholePageState(
  store: SourceStore,
  answer: Message,
  plan: WholePagePlan,
  budgetTokens: number,
  went?: SentRecord,
): Promise<WholePageState> {
  const branch = await store.thread(answer.id);
  const thread = branch.slice(0, -1);
  const carried = thread.at(-1)?.message.page ?? null;
  const page = carried === null ? undefined : await store.snapshot(carried.snapshotId);
  if (page === undefined || chosenBlocks(page).length !== plan.blocks) throw changed();
  const last = branch.at(-1);
  const parts = last?.parts ?? [];
  const known = new Map(findingsOf(parts).map((finding) => [finding.part, finding]));
  const findings = plan.parts.map(
    (_, part): FindingPart => known.get(part) ?? { type: 'finding', part, state: 'waiting', text: '' },
  );
  const hasText = last !== undefined && textOf(parts).trim() !== '';
  return {
    source: {
      thread,
      page,
      plan,
      budgetTokens,
      modelRef: answer.modelRef,
      summary: summaryIn(thread, went),
      instructions: answer.parameters?.instructions,
    },
    findings,
    partial: hasText ? last : null,
  };
}

/** What is kept of the requests of such an answer: those of its parts, and `last`, the one over what was noted of them. */
export function wholePageRecord(
  { source, partial }: Pick<WholePageState, 'source' | 'partial'>,
  host: string | null,
  last: Prompt | null,
): SentRecord {
  const prompts = source.plan.parts.map((_, part) => partPrompt(source, part));
  const all = last === null ? prompts : [...prompts, last];
  return {
    host,
    systemVersion: SYSTEM_TEXT_VERSION,
    budgetTokens: source.budgetTokens,
    continuedFrom: partial === null || last === null ? null : textOf(partial.parts).length,
    tokens: all.reduce((sum, prompt) => sum + promptTokens(prompt), 0),
    combined: last !== null,
    ...(last?.leftOut.summarised === undefined || source.summary == null ? {} : { summary: source.summary.id }),
    fingerprint: fingerprint(all.map(promptFingerprint).join()),
  };
}

interface ReadingDependencies {
  /** Asks the model. */
  readonly ask: (prompt: Prompt) => AsyncIterable<StreamEvent>;
  readonly host: string | null;
  readonly wait: (ms: number) => Promise<void>;
  readonly now: () => number;
}

/** The last request of an answer over a whole page, and what is said of it at its end. */
export interface LastRequest {
  readonly prompt: Prompt;
  readonly sent: SentRecord;
  /** What reading the parts took. */
  readonly spent: Usage | null;
  /** A plain sentence about what is missing; null where nothing is. */
  readonly note: string | null;
}

type ReadingEvent = RunEvent | { readonly type: 'asked'; readonly sent: SentRecord };

/**
 * Reads every part of the page that is not read yet. Returns the request that is left to make; or, where parts could not be
 * read, ends with `error` (or `stop`) and returns null: what was read is kept, and resuming reads the others.
 */
export async function* readWholePage(
  state: WholePageState,
  { ask, host, wait, now }: ReadingDependencies,
  signal: AbortSignal,
): AsyncGenerator<ReadingEvent, LastRequest | null, void> {
  const { source, partial } = state;
  yield { type: 'asked', sent: wholePageRecord(state, host, null) };
  for (const finding of state.findings) yield { type: 'finding', finding: atRest(finding) };
  const findings = yield* readParts(
    { ask: (part) => ask(partPrompt(source, part)), wait, now, lanes: lanesFor(host) },
    state.findings.map(atRest),
    signal,
  );
  if (signal.aborted) {
    yield { type: 'stop' };
    return null;
  }
  if (!findings.every(isSettled)) {
    yield { type: 'error', error: failureOf(findings) };
    return null;
  }
  const { prompt, shortened } = combinePrompt(source, findings, partial);
  return {
    prompt,
    sent: wholePageRecord(state, host, prompt),
    spent: sumUsage(findings.map(({ usage }) => usage)),
    note: noteOf(findings, shortened),
  };
}

/** The events of the last request, with what the parts took in its counts and what is missing at its end. */
export async function* withParts(
  events: AsyncIterable<RunEvent>,
  { spent, note }: Pick<LastRequest, 'spent' | 'note'>,
): AsyncGenerator<RunEvent, void, void> {
  for await (const event of events) {
    if (event.type === 'usage') yield { type: 'usage', usage: sumUsage([spent, event.usage]) ?? event.usage };
    else if (event.type === 'end' && note !== null) {
      yield { ...event, note: [note, event.note].filter((one) => one !== undefined).join(' ') };
    } else yield event;
  }
}

/** A finding as nobody is at work on it. */
function atRest(finding: FindingPart): FindingPart {
  if (isSettled(finding)) return finding;
  const { error: _error, ...rest } = finding;
  return { ...rest, state: 'waiting', text: '' };
}

function failureOf(findings: readonly FindingPart[]): ChatError {
  return findings.find(({ error }) => error !== undefined)?.error ?? { kind: 'unknown' };
}

function noteOf(findings: readonly FindingPart[], shortened: number): string | null {
  const missing = missingParts(findings).map((part) => String(part + 1));
  const words = plural(
    missing.length,
    [
      'Part {0} of {1} of the page is missing in this answer.',
      'Parts {0} of {1} of the page are missing in this answer.',
    ],
    [formatList(missing), findings.length],
  );
  const sentences = [
    missing.length > 0 ? words : '',
    shortened > 0 ? 'The notes of some parts were shortened to fit into the model’s memory.' : '',
  ].filter(Boolean);
  return sentences.length === 0 ? null : sentences.join(' ');
}

function changed(): ChatFailure {
  return new ChatFailure({
    kind: 'unknown',
    detail: 'The page is no longer as it was when it was dealt out into parts. Ask again.',
  });
}
