import { layAttachments, pictureTokens } from '../attachments/attached-to-prompt';
import { estimateTokens } from '../budget';
import type { Message, ModelRef, ThreadMessage } from '../chat';
import { sealsOf, textOf } from '../content';
import type { PictureId, SnapshotId } from '../ids';
import type { PageSnapshot } from '../page';
import { createPageTexts, type PageTexts } from '../page-text';
import type { Picture } from '../pictures/picture';
import { withoutPictures } from '../pictures/picture-reference';
import type { PromptTurn } from '../prompt';

/** What turns are laid out from. */
export interface TurnSource {
  readonly thread: readonly ThreadMessage[];
  readonly snapshots: ReadonlyMap<SnapshotId, PageSnapshot>;
  /** Index of the first message that may carry a page. */
  readonly firstWithPage: number;
  /** Tokens that all turns may take; pages of a part of it. */
  readonly budgetTokens: number;
  readonly modelRef: ModelRef | null;
  /** What stands before the first turn; empty: nothing. */
  readonly opening: string;
  /** The stored pictures of its questions. */
  readonly pictures?: ReadonlyMap<PictureId, Picture>;
  /** Whether the model sees them: else those of earlier questions go as their names. */
  readonly sees?: boolean;
}

/** The turns of a thread from one message on, as they stand in a prompt. */
export interface LaidTurns {
  readonly turns: readonly PromptTurn[];
  /** Estimated tokens of all turns. */
  readonly tokens: number;
  readonly pages: readonly PageSnapshot[];
  readonly sent: PageTexts['sent'];
  /** Lays out the message at an index; called with each in turn. */
  add(index: number): void;
}

/**
 * Lays out a thread from the message at `start` on. A page's text stands once, in the question that brought it; one that
 * was brought before `start` (the newest such) in the first question, unless that brings another.
 */
export function layTurns(source: TurnSource, start: number): LaidTurns {
  const {
    thread,
    snapshots,
    firstWithPage,
    budgetTokens,
    modelRef,
    opening,
    pictures = NO_PICTURES,
    sees = true,
  } = source;
  const lastQuestion = thread.findLastIndex(({ message }) => message.role === 'user');
  const texts = createPageTexts(budgetTokens);
  const turns: PromptTurn[] = [];
  const pages: PageSnapshot[] = [];
  let tokens = 0;

  const pageAt = (index: number): PageSnapshot | undefined => {
    const carried = index < firstWithPage ? null : (thread[index]?.message.page ?? null);
    return carried === null ? undefined : snapshots.get(carried.snapshotId);
  };
  const pageBefore = (): PageSnapshot | undefined => {
    for (let index = start - 1; index >= 0; index -= 1) {
      const page = pageAt(index);
      if (page !== undefined) return page;
    }
    return undefined;
  };

  function turnOf({ message, parts }: ThreadMessage, index: number): PromptTurn {
    const text = message.role === 'assistant' ? withoutPictures(textOf(parts)) : textOf(parts);
    const laid = layAttachments(parts, pictures, sees || index === lastQuestion);
    const words = laid.text === '' ? text : [laid.text, text].filter(Boolean).join('\n\n');
    const shown = laid.pictures.length === 0 ? {} : { pictures: laid.pictures };
    const page = pageAt(index) ?? (index === start ? pageBefore() : undefined);
    if (page !== undefined && !pages.includes(page)) {
      pages.push(page);
      return { role: message.role, text: `${texts.first(page, text)}\n\n${words}`, ...shown };
    }
    const last = message.role === 'user' ? pages.at(-1) : undefined;
    const more = last === undefined ? '' : texts.more(last, text);
    const seals = isBy(message, modelRef) ? sealsOf(parts) : [];
    return { role: message.role, text: `${more}${words}`, ...(seals.length === 0 ? {} : { seals }), ...shown };
  }

  return {
    turns,
    pages,
    sent: texts.sent,
    get tokens() {
      return tokens;
    },
    add(index) {
      const entry = thread[index];
      if (entry === undefined) return;
      const turn = turnOf(entry, index);
      const isFirst = index === start && opening !== '';
      const laid = isFirst ? { ...turn, text: `${opening}\n\n${turn.text}` } : turn;
      turns.push(laid);
      tokens += turnTokens(laid);
    },
  };
}

const NO_PICTURES: ReadonlyMap<PictureId, Picture> = new Map();

/** Estimated tokens of a turn. */
export function turnTokens({ text, pictures = [] }: PromptTurn): number {
  return pictures.reduce((sum, picture) => sum + pictureTokens(picture), estimateTokens(text));
}

/** Whether the model wrote the message. */
function isBy({ modelRef: by }: Message, modelRef: ModelRef | null): boolean {
  return by !== null && by?.providerId === modelRef?.providerId && by?.model === modelRef?.model;
}
