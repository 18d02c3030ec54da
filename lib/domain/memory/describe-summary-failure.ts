import { describeError, type DescribedError } from '../describe-error';
import type { ChatError } from '../errors';

/** Says why a summary was not made, that nothing changed by that, and what helps. */
export function describeSummaryFailure(error: ChatError): DescribedError {
  return describeError(error, { kept: 'No summary was made, and the chat is as it was.', canContinue: false });
}
