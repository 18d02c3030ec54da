import type { MessageStatus } from '../../lib/domain/chat';
import type { ChatErrorKind } from '../../lib/domain/errors';
import type { FaultPlace } from './fake-provider/fault-places.ts';
import type { NetworkKind } from './fake-provider/provider-rig.ts';
import { BEGUN } from './fake-provider/texts.ts';

/** What a person must see of an answer that met a fault. */
export interface Outcome {
  readonly state: Exclude<MessageStatus, 'streaming'>;
  /** The text that is kept. */
  readonly text: string;
  readonly error: ChatErrorKind | null;
  /** A part of the title; null: there is nothing to say. */
  readonly words: string | null;
  /** A part of the sentences under the title. */
  readonly also?: string;
  /** The first button's label. */
  readonly button: string | null;
}

/** One fault; `outcomes` is null for a provider whose API has no such thing. */
export interface Fault {
  readonly name: string;
  /** A scenario of the fake provider. */
  readonly scenario: string;
  readonly at: FaultPlace;
  /** Ends by a time limit, which a test shortens. */
  readonly isSilent: boolean;
  /** One of the representative third that the real panel is shown. */
  readonly inPanel: boolean;
  readonly outcomes: Readonly<Record<NetworkKind, Outcome | null>>;
}

interface Extra {
  readonly at?: FaultPlace;
  readonly isSilent?: boolean;
  readonly inPanel?: boolean;
  /** Where one API's outcome is another. */
  readonly own?: Partial<Record<NetworkKind, Outcome | null>>;
}

/** A row of the catalogue. */
export function fault(name: string, scenario: string, outcome: Outcome, extra: Extra = {}): Fault {
  const { at = 'provider', isSilent = false, inPanel = false, own = {} } = extra;
  const outcomes = { openai: outcome, 'openai-compatible': outcome, anthropic: outcome, ollama: outcome, ...own };
  return { name, scenario, at, isSilent, inPanel, outcomes };
}

export const HALF = BEGUN.join('');
export const SETTINGS = 'Open settings';
export const AGAIN = 'Try again';
export const PANEL = { inPanel: true };

const BROKE_OFF = 'broke off before the answer was finished';
const UNREACHABLE = 'cannot be reached';
const NOT_A_CHAT = 'answered, but not as a chat model does';
const REDIRECTED = 'wanted to send the request on to another address';
export const SILENT = 'sent nothing for too long';
const DECLINED = 'The model declined to answer.';
export const TOO_LONG = 'The answer reached the longest length allowed.';
export const TOOL = 'The model asked for a tool';
export const WORDLESS = 'The model ended its answer without a word.';
export const REFUSAL = 'I can’t help with that.';

export function failed(error: ChatErrorKind, words: string, button: string | null, also?: string): Outcome {
  return { state: 'failed', text: '', error, words, button, ...(also === undefined ? {} : { also }) };
}

export function interrupted(error: ChatErrorKind | null, words: string, text: string, also?: string): Outcome {
  const goesOn = 'Continue picks up where it stopped.';
  return {
    state: 'interrupted',
    text,
    error,
    words,
    button: 'Continue',
    also: also ?? (error ? goesOn : 'Continue'),
  };
}

export function ended(
  state: Outcome['state'],
  text: string,
  words: string | null,
  button: string | null = null,
): Outcome {
  return { state, text, error: null, words, button };
}

export const whole = (text: string): Outcome => ended('complete', text, null);
export const refused = (text: string): Outcome => ended('refused', text, DECLINED, 'Regenerate');
export const broken = (text: string): Outcome => interrupted('stream-broken', BROKE_OFF, text);
export const neverBegan = failed('stream-broken', BROKE_OFF, AGAIN);
export const unreachable = failed('unreachable', UNREACHABLE, AGAIN, 'Check that you are online');
export const notAChat = failed('not-a-stream', NOT_A_CHAT, SETTINGS, 'The base URL probably points to');
export const redirected = failed('redirected', REDIRECTED, SETTINGS, 'Nothing was sent there');
export const ownProblem = (status: number): Outcome =>
  failed('server-error', `had a problem of its own (${status})`, AGAIN, 'This often passes');
export const limited = (also: string): Outcome =>
  failed('rate-limited', 'limiting how often you may ask (429)', AGAIN, also);
