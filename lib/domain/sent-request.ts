import type { PromptPicture } from './attachments/attached-to-prompt';
import { estimateTokens } from './budget';
import { fingerprint } from './fingerprint';
import type { SummaryId } from './ids';
import { turnTokens } from './memory/lay-turns';
import type { ModelParameters } from './model-parameters';
import type { Prompt, PromptTurn } from './prompt';

/**
 * What an answer was asked with, in the few facts from which the whole request is told again: everything else it was
 * made of (turns, pages) stays stored as it was.
 */
export interface SentRecord {
  /** The host it went to; null: it stayed in the browser. */
  readonly host: string | null;
  readonly systemVersion: number;
  readonly budgetTokens: number;
  /** Length in UTF-16 units of the partial answer that it asked to go on from; null where it asked anew. */
  readonly continuedFrom: number | null;
  /** Estimated tokens of all that was sent; missing in records of before they were kept. */
  readonly tokens?: number;
  /** Of the page that its question needed most: blocks that went, where not all did for want of room. */
  readonly cut?: { readonly blocks: number; readonly ofBlocks: number };
  /** The summary that went in the place of earlier messages; missing: none. */
  readonly summary?: SummaryId;
  /** Of an answer over a whole page: whether the last request, over what was noted of its parts, went out. */
  readonly combined?: boolean;
  /** Set where pictures of earlier questions went as their names, since the model can't see. */
  readonly blind?: boolean;
  /** `promptFingerprint` of what was sent. */
  readonly fingerprint: string;
}

/** A turn as its user sees it: its pictures are named, their data stays where it is stored. */
export interface ViewedTurn extends Omit<PromptTurn, 'pictures'> {
  readonly shown?: readonly Omit<PromptPicture, 'data'>[];
}

/** A request as its user sees it, before or after it went out. */
export interface RequestView {
  /** The host it goes to; null: it stays in the browser. */
  readonly host: string | null;
  readonly model: string;
  readonly system: string;
  readonly messages: readonly ViewedTurn[];
  readonly leftOut: Prompt['leftOut'];
  /** How it is asked to answer; the instructions among them end `system`. */
  readonly parameters: ModelParameters;
  /** Whether these are the very bytes: false only where a sent request could not be told again as it was. */
  readonly exact: boolean;
}

/** The fingerprint of all that a prompt puts into a request. */
export function promptFingerprint({ system, messages }: Pick<Prompt, 'system' | 'messages'>): string {
  return fingerprint(
    JSON.stringify([
      system,
      ...messages.map(({ role, text, seals, pictures }) => [
        role,
        text,
        ...(seals ? [seals] : []),
        ...(pictures ? [pictures.map(({ mime, data }) => [mime, fingerprint(data)])] : []),
      ]),
    ]),
  );
}

/** Estimated tokens of all that a prompt puts into a request. */
export function promptTokens({ system, messages }: Pick<Prompt, 'system' | 'messages'>): number {
  return messages.reduce((sum, turn) => sum + turnTokens(turn), estimateTokens(system));
}
