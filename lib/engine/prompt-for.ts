import type { Message, ModelRef, ThreadMessage } from '../domain/chat';
import { textOf, type ContentPart } from '../domain/content';
import type { ChatId, PictureId } from '../domain/ids';
import { summaryOf, summaryThatWent, type BranchSummary } from '../domain/memory/chat-summary';
import type { ModelParameters } from '../domain/model-parameters';
import type { PageSnapshot } from '../domain/page';
import type { Picture } from '../domain/pictures/picture';
import { buildPrompt, SYSTEM_TEXT_VERSION, type Prompt } from '../domain/prompt';
import { promptFingerprint, promptTokens, type SentRecord } from '../domain/sent-request';
import { attachedOf } from '../domain/attachments/attached';
import { picturesOfThread } from './attachments/own-attachments';
import type { ChatStore } from './chat-store';

/** A prompt, and what is kept of it beside the answer. */
export interface AnswerPrompt {
  readonly prompt: Prompt;
  readonly sent: Omit<SentRecord, 'host'>;
}

/** What a prompt is made from. */
export type PromptStore = Pick<ChatStore, 'thread' | 'snapshotsOf' | 'pictures'>;

/**
 * Makes the prompt of an answer as it stands, within a budget of tokens that may still be looked for: of its question,
 * or to go on from its text where it has some. `sees` says whether its model sees pictures, as far as that is known.
 */
export async function promptFor(
  store: PromptStore,
  answer: Message,
  budget: number | Promise<number>,
  sees: () => Promise<boolean | undefined> = async () => undefined,
): Promise<AnswerPrompt> {
  const [branch, snapshots, budgetTokens] = await Promise.all([
    store.thread(answer.id),
    store.snapshotsOf(answer.chatId),
    budget,
  ]);
  const partial = textOf(branch.at(-1)?.parts ?? []);
  const continuedFrom = partial === '' ? null : partial.length;
  const thread = continuedFrom === null ? branch.slice(0, -1) : branch;
  const { modelRef, parameters } = answer;
  const brings = thread.some(({ parts }) => attachedOf(parts).length > 0);
  const blind = brings && (await sees()) === false;
  const pictures = brings ? await picturesOfThread(store, thread) : undefined;
  const summary = summaryIn(thread);
  const prompt = promptOf(snapshots, { thread, budgetTokens, modelRef, parameters, summary, pictures, blind });
  return {
    prompt,
    sent: {
      systemVersion: SYSTEM_TEXT_VERSION,
      budgetTokens,
      continuedFrom,
      tokens: promptTokens(prompt),
      ...cutOf(prompt),
      ...(prompt.leftOut.summarised === undefined || summary === null ? {} : { summary: summary.id }),
      ...(blind ? { blind } : {}),
      fingerprint: promptFingerprint(prompt),
    },
  };
}

/** What of the newest page went, where not all of it did for want of room. */
function cutOf({ leftOut }: Prompt): Pick<SentRecord, 'cut'> {
  const cut = leftOut.pages.findLast(({ blocks, ofBlocks }) => blocks > 0 && blocks < ofBlocks);
  return cut === undefined ? {} : { cut: { blocks: cut.blocks, ofBlocks: cut.ofBlocks } };
}

/** Makes the prompt that an answer was asked with, from its record. */
export async function promptOfSent(store: PromptStore, answer: Message, sent: SentRecord): Promise<Prompt> {
  const branch = await store.thread(answer.id);
  const { budgetTokens, continuedFrom, blind } = sent;
  const thread = branch.slice(0, -1);
  const last = branch.at(-1);
  if (continuedFrom !== null && last !== undefined) {
    thread.push({ message: last.message, parts: beginning(last.parts, continuedFrom) });
  }
  const { chatId, modelRef, parameters } = answer;
  const summary = summaryIn(branch, sent);
  return promptOfThread(store, { chatId, thread, budgetTokens, modelRef, parameters, summary, blind });
}

interface ThreadSource {
  readonly chatId: ChatId;
  readonly thread: readonly ThreadMessage[];
  /** A page that no message carries yet. */
  readonly page?: PageSnapshot | undefined;
  readonly budgetTokens: number;
  readonly modelRef: ModelRef | null;
  readonly parameters?: ModelParameters | undefined;
  /** What goes in the place of earlier messages; missing: the summary that the thread has now. */
  readonly summary?: BranchSummary | null;
  /** Whether pictures of earlier questions go as their names. */
  readonly blind?: boolean | undefined;
  readonly pictures?: ReadonlyMap<PictureId, Picture> | undefined;
}

/** Makes the prompt of a thread that ends with a question not asked yet, or with an answer to go on from. */
export async function promptOfThread(store: PromptStore, source: ThreadSource): Promise<Prompt> {
  const { chatId, page, ...rest } = source;
  const [stored, pictures] = await Promise.all([store.snapshotsOf(chatId), picturesOfThread(store, rest.thread)]);
  const snapshots = page === undefined ? stored : [...stored, page];
  return promptOf(snapshots, { summary: summaryIn(source.thread), ...rest, pictures });
}

function promptOf(
  snapshots: readonly PageSnapshot[],
  {
    thread,
    budgetTokens,
    modelRef,
    parameters,
    summary = null,
    blind,
    pictures,
  }: Omit<ThreadSource, 'chatId' | 'page'>,
): Prompt {
  return buildPrompt({
    thread,
    snapshots: new Map(snapshots.map((one) => [one.id, one])),
    budgetTokens,
    modelRef,
    summary,
    instructions: parameters?.instructions,
    sees: blind !== true,
    ...(pictures === undefined ? {} : { pictures }),
  });
}

/** The summary that a thread has now; with a record, the one that went along then. */
export function summaryIn(thread: readonly ThreadMessage[], went?: SentRecord): BranchSummary | null {
  const messages = thread.map(({ message }) => message);
  return went === undefined ? summaryOf(messages) : summaryThatWent(messages, went.summary);
}

/** A body up to a length of its text, in UTF-16 units: what had been thought and written by then. */
function beginning(parts: readonly ContentPart[], length: number): readonly ContentPart[] {
  const begun: ContentPart[] = [];
  let left = length;
  for (const part of parts) {
    if (left <= 0) break;
    if (part.type !== 'text') {
      begun.push(part);
      continue;
    }
    begun.push({ type: 'text', text: part.text.slice(0, left) });
    left -= part.text.length;
  }
  return begun;
}
