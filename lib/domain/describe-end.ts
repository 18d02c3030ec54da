import type { Answer } from './apply-event';
import { textOf } from './content';
import { findingsOf, hasRead } from './whole-page/finding';
import { describeError, type ErrorAction, type ErrorContext } from './describe-error';

/** What a button under an ended answer does. */
export type EndAction = ErrorAction | 'regenerate';

/** The words under an answer that did not simply complete, and its buttons, the likeliest first. */
export interface DescribedEnd {
  /** `alert` where something went wrong, `note` where it only ended early. */
  readonly role: 'alert' | 'note';
  readonly title: string;
  readonly detail: string;
  readonly actions: readonly { readonly action: EndAction; readonly label: string }[];
}

const LABELS: Record<EndAction, string> = {
  retry: 'Try again',
  'wait-and-retry': 'Try again',
  regenerate: 'Regenerate',
  continue: 'Continue',
  'open-settings': 'Open settings',
  'allow-page': 'Allow on all sites',
  'ask-without-page': 'Ask without the page',
  'ask-without-parameter': 'Ask without it',
  'new-chat': 'New chat',
  'unlock-keys': 'Unlock',
  'enter-key': 'Enter the key',
  'go-on-once': 'Go on once',
  'raise-budget': 'Raise the budget',
};

/** What mends a failure without asking again. */
const MENDED_ELSEWHERE: ReadonlySet<EndAction> = new Set([
  'open-settings',
  'ask-without-page',
  'ask-without-parameter',
  'allow-page',
  'unlock-keys',
  'enter-key',
]);

/** Describes how an answer ended; null where there is nothing to say: it streams, or is complete without a note. */
export function describeEnd(
  answer: Answer,
  { hasPage, canContinue }: { readonly hasPage: boolean; readonly canContinue: boolean },
): DescribedEnd | null {
  const hasText = textOf(answer.parts).trim() !== '' || hasRead(findingsOf(answer.parts));
  const goOn: EndAction = canContinue && hasText ? 'continue' : 'retry';
  switch (answer.status) {
    case 'streaming':
      return null;
    case 'complete':
      return answer.note === null ? null : note(answer.note, '', []);
    case 'stopped':
      return note('You stopped this answer.', '', hasText && canContinue ? ['continue'] : ['retry']);
    case 'length':
      return tooLong(answer, hasText, goOn);
    case 'filtered':
      return note(
        'The provider held the rest of this answer back.',
        'Its content filter stepped in. Your question is kept.',
        ['regenerate'],
      );
    case 'refused':
      return note('The model declined to answer.', 'Put the question another way, or ask another model.', [
        'regenerate',
      ]);
    case 'interrupted':
      return interrupted(answer, { hasText, canContinue }, goOn);
    case 'failed':
      return failed(answer, { hasText, hasPage, canContinue });
  }
}

/** A length with a note is a full context window: to go on would only fill it more. */
function tooLong(answer: Answer, hasText: boolean, goOn: EndAction): DescribedEnd {
  if (answer.note !== null) return note(answer.note, 'A new chat has room again.', ['new-chat', goOn]);
  const title = 'The answer reached the longest length allowed.';
  if (!hasText)
    return note(title, 'It was used up before the first word. Ask for less, or ask another model.', [goOn]);
  return note(title, goOn === 'continue' ? 'Continue goes on from its end.' : '', [goOn]);
}

function interrupted(answer: Answer, context: ErrorContext, goOn: EndAction): DescribedEnd {
  const actions: readonly EndAction[] = goOn === 'continue' ? [goOn, 'regenerate'] : [goOn];
  if (answer.error === null) {
    const detail = goOn === 'continue' ? 'Continue lets it go on.' : 'Your question is kept.';
    return note(answer.note ?? 'The model paused.', detail, actions);
  }
  const { title, detail } = describeError(answer.error, context);
  return { role: 'alert', title, detail, actions: label(actions) };
}

function failed(answer: Answer, context: ErrorContext): DescribedEnd {
  const { title, detail, action: first } = describeError(answer.error ?? { kind: 'unknown' }, context);
  const actions = first === null ? [] : [first, ...besides(first)];
  return { role: 'alert', title, detail, actions: label(actions) };
}

/** What else helps, beside the likeliest. */
function besides(first: EndAction): readonly EndAction[] {
  if (first === 'go-on-once') return ['raise-budget'];
  return MENDED_ELSEWHERE.has(first) ? ['retry'] : [];
}

function note(title: string, detail: string, actions: readonly EndAction[]): DescribedEnd {
  return { role: 'note', title, detail, actions: label(actions) };
}

function label(actions: readonly EndAction[]): DescribedEnd['actions'] {
  return actions.map((action) => ({ action, label: LABELS[action] }));
}

/** The one sentence that a screen reader hears of an answer; failures speak through their own alert. */
export function announceEnd(answer: Answer, name: string): string {
  switch (answer.status) {
    case 'streaming':
      return `${name} is answering.`;
    case 'complete':
      return `${name} has answered.`;
    case 'stopped':
      return 'The answer was stopped.';
    case 'length':
      return 'The answer reached the longest length allowed.';
    case 'filtered':
      return 'The provider held the rest of the answer back.';
    case 'refused':
      return `${name} declined to answer.`;
    case 'interrupted':
      return answer.error === null ? `${name} paused.` : '';
    case 'failed':
      return '';
  }
}
