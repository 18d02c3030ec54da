import { describeLocalError } from './local/describe-local-error';
import { PARAMETER_NAMES } from './describe-parameters';
import { budgetWords } from './spending/describe-budget';
import { type ChatError, isPassing } from './errors';
import { pageErrorWords } from './page-error-words';
import { quotedDetail } from './quoted-detail';
import { waitSentence } from './wait-sentence';

/** The button that helps: what pressing it does is the panel's business. */
export type ErrorAction =
  | 'retry'
  | 'wait-and-retry'
  | 'continue'
  | 'open-settings'
  | 'allow-page'
  | 'ask-without-page'
  | 'ask-without-parameter'
  | 'new-chat'
  | 'unlock-keys'
  | 'enter-key'
  | 'go-on-once'
  | 'raise-budget';

/** A failure in the product's own words. */
export interface DescribedError {
  /** One short sentence: what happened. */
  readonly title: string;
  /** What was kept, what to do next, and the server's own words where it gave any. */
  readonly detail: string;
  readonly action: ErrorAction | null;
}

/** A failure's title, what to do next, and the button for it. */
export interface ErrorWords {
  readonly title: string;
  readonly next: string;
  readonly action: ErrorAction | null;
}

/** What is known about the message beside its error. */
export interface ErrorContext {
  /** Some of the answer had arrived. */
  readonly hasText?: boolean;
  /** The provider can go on from a partial text. Default: true. */
  readonly canContinue?: boolean;
  /** The question carried a page. */
  readonly hasPage?: boolean;
  /** What was kept, where that is not a question and its answer. */
  readonly kept?: string;
}

/** Puts a failure into plain language: what happened, what was kept, what to do next, and which button does it. */
export function describeError(error: ChatError, context: ErrorContext = {}): DescribedError {
  const goesOn = isPassing(error) && context.hasText === true && context.canContinue !== false;
  const { title, next, action } = wordsFor(
    error,
    context,
    goesOn ? 'Continue picks up where it stopped.' : 'Try again.',
  );
  const asked = context.hasText ? 'Your question and the text so far are kept.' : 'Your question is kept.';
  const kept = context.kept ?? asked;
  return {
    title,
    detail: [kept, next, quotedDetail(error)].filter((part) => part !== '').join(' '),
    action: goesOn ? 'continue' : action,
  };
}

/** `again` says how to go on after what passes by itself. */
function wordsFor(error: ChatError, context: ErrorContext, again: string): ErrorWords {
  const host = error.host ?? 'The server';
  // A 200 that turned out to be a failure would only confuse.
  const status = (error.status ?? 0) < 400 ? '' : ` (${error.status})`;
  switch (error.kind) {
    case 'bad-request':
      if (error.parameter !== undefined) {
        return {
          title: `${host} does not take what was set as “${PARAMETER_NAMES[error.parameter]}”${status}.`,
          next: 'Ask without it; under Parameters it can be changed.',
          action: 'ask-without-parameter',
        };
      }
      return {
        title: `${host} did not accept the request${status}.`,
        next: 'The model name or the address may not fit this server; check them in Settings.',
        action: 'open-settings',
      };
    case 'unauthorized':
      return {
        title: `${host} did not accept the API key${status}.`,
        next: 'Enter the key again in Settings; it may be mistyped, expired, or for another service.',
        action: 'open-settings',
      };
    case 'payment-required':
      return {
        title: error.host
          ? `The account at ${error.host} has no credit left${status}.`
          : `The account has no credit left${status}.`,
        next: 'Add credit there, then try again, or choose another model in Settings.',
        action: 'retry',
      };
    case 'forbidden':
      return {
        title: `${host} does not allow this request${status}.`,
        next: 'The key may not be allowed to use this model, or the server does not accept browser extensions.',
        action: 'open-settings',
      };
    case 'not-found':
      return {
        title: `${host} does not know this model or this address${status}.`,
        next: 'Check the model name and the base URL in Settings.',
        action: 'open-settings',
      };
    case 'rate-limited':
      return {
        title: `${host} is limiting how often you may ask${status}.`,
        next: `${waitSentence(error.retryAfter) ?? 'Wait a little.'} ${again}`,
        action: 'wait-and-retry',
      };
    case 'server-error':
      return {
        title: `${host} had a problem of its own${status}.`,
        next: `This often passes. ${again}`,
        action: 'retry',
      };
    case 'overloaded':
      return {
        title: `${host} is overloaded${status}.`,
        next: `${waitSentence(error.retryAfter) ?? 'Wait a little.'} ${again}`,
        action: 'wait-and-retry',
      };
    case 'model-loading':
    case 'out-of-memory':
    case 'browser-model':
    case 'cannot-see':
      return describeLocalError(error.kind, host, status, again);
    case 'context-length':
      return {
        title: `This is more text than the model can take in${status}.`,
        next: context.hasPage
          ? 'Ask without the page, or start a new chat.'
          : 'Start a new chat, or shorten the question.',
        action: context.hasPage ? 'ask-without-page' : 'new-chat',
      };
    case 'unreachable':
      return {
        title: error.host ? `${error.host} cannot be reached.` : 'The server cannot be reached.',
        next: `Check that you are online, that the server is running (over https: with a certificate that your browser trusts), and that its address in Settings is right. ${again}`,
        action: 'retry',
      };
    case 'insecure-host':
      return {
        title: error.host
          ? `Nothing was sent to ${error.host}: the connection would not be encrypted.`
          : 'Nothing was sent: the connection would not be encrypted.',
        next: 'Use an https address, or confirm in Settings that this server on your own network is meant.',
        action: 'open-settings',
      };
    case 'redirected':
      return {
        title: `${host} wanted to send the request on to another address.`,
        next: 'Nothing was sent there, so that your key stays with the host you chose. Put the final address into Settings.',
        action: 'open-settings',
      };
    case 'not-a-stream':
      return {
        title: `${host} answered, but not as a chat model does${status}.`,
        next: 'The base URL probably points to a web page or to another service; check it in Settings.',
        action: 'open-settings',
      };
    case 'empty-answer':
      return {
        title: 'The model ended its answer without a word.',
        next: 'Try again, or put the question another way.',
        action: 'retry',
      };
    case 'stream-broken':
      return {
        title: error.host
          ? `The connection to ${error.host} broke off before the answer was finished.`
          : 'The connection broke off before the answer was finished.',
        next: again,
        action: 'retry',
      };
    case 'timeout':
      return {
        title:
          status === ''
            ? `${host} sent nothing for too long.`
            : `${host} took too long over the request${status}.`,
        next: again,
        action: 'retry',
      };
    case 'background-stopped':
      return {
        title: 'The browser stopped Aside before the answer was finished.',
        next: again,
        action: 'retry',
      };
    case 'updated':
      return {
        title: 'Aside was updated while it was open here.',
        next: 'Close it and open it again.',
        action: null,
      };
    case 'storage':
      return {
        title: 'The answer could not be stored.',
        next: 'It stays on view here; copy it before you close this panel, and make room on the disk.',
        action: null,
      };
    case 'no-key':
      return {
        title: `${host} needs an API key, and none is saved for it.`,
        next: 'Enter one in Settings.',
        action: 'enter-key',
      };
    case 'key-lost':
      return {
        title: error.host
          ? `The key for ${error.host} is gone: it was kept for one session of the browser only.`
          : 'The key is gone: it was kept for one session of the browser only.',
        next: 'Enter it again.',
        action: 'enter-key',
      };
    case 'keys-locked':
      return {
        title: 'Your keys are locked.',
        next: 'Unlock them with your passphrase, then try again.',
        action: 'unlock-keys',
      };
    case 'no-provider':
      return {
        title: 'The provider of this chat is no longer set up.',
        next: 'Choose or add one in Settings.',
        action: 'open-settings',
      };
    case 'budget':
      return budgetWords(error.budget);
    case 'page-permission':
    case 'page-unreadable':
    case 'page-empty':
    case 'page-private':
    case 'page-never':
      return pageErrorWords(error.kind, error);
    case 'unknown':
      return { title: 'Something unexpected went wrong.', next: 'Try again.', action: 'retry' };
  }
}
