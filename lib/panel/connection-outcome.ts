import { describeError } from '../domain/describe-error';
import { plural } from '../words/plural';
import type { ConnectionTest } from '../messaging/protocol';

/** What the form says about the last thing that was tried. */
export type FormOutcome =
  | { readonly role: 'status'; readonly text: string }
  | { readonly role: 'alert'; readonly text: string; readonly field: 'baseUrl' | 'model' | 'key' | null };

/** A tried connection in words. */
export function connectionOutcome(result: ConnectionTest, host: string): FormOutcome {
  if (result.ok) {
    const count = result.models.length;
    const connected =
      count === 0
        ? `Connected to ${host}.`
        : plural(count, ['Connected to {0}. It offers 1 model.', 'Connected to {0}. It offers # models.'], [host]);
    return { role: 'status', text: result.note ?? connected };
  }
  const { title, detail } = describeError(result.error);
  const field = result.error.kind === 'unauthorized' ? 'key' : null;
  return { role: 'alert', text: `${title} ${detail.replace('Your question is kept. ', '')}`, field };
}
