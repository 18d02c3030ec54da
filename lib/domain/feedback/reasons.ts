/** Why an answer was rated as it was. */
export type FeedbackReason =
  'wrong' | 'not-from-page' | 'too-long' | 'did-not-follow' | 'right' | 'well-cited' | 'clear' | 'other';

/** The reasons that go with a thumb, in the order they are offered. */
export const REASONS: Readonly<Record<0 | 1, readonly FeedbackReason[]>> = {
  0: ['wrong', 'not-from-page', 'too-long', 'did-not-follow', 'other'],
  1: ['right', 'well-cited', 'clear', 'other'],
};

/** A reason in a word or two. */
export function describeReason(reason: FeedbackReason): string {
  switch (reason) {
    case 'wrong':
      return 'Wrong';
    case 'not-from-page':
      return 'Not from the page';
    case 'too-long':
      return 'Too long';
    case 'did-not-follow':
      return 'Didn’t follow';
    case 'right':
      return 'Right';
    case 'well-cited':
      return 'Well cited';
    case 'clear':
      return 'Clear';
    case 'other':
      return 'Other';
  }
}
