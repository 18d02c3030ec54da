import { describeError } from '../domain/describe-error';
import type { ConnectionTest } from '../messaging/protocol';

/** What the form says about the last thing that was tried. */
export type FormOutcome =
  | { readonly role: 'status'; readonly text: string }
  | { readonly role: 'alert'; readonly text: string; readonly field: 'baseUrl' | 'model' | 'key' | null };

/** A tried connection in words. */
export function connectionOutcome(result: ConnectionTest, host: string): FormOutcome {
  if (result.ok) {
    const count = result.models.length;
    const listed = count === 0 ? '' : ` It offers ${count} ${count === 1 ? 'model' : 'models'}.`;
    return { role: 'status', text: result.note ?? `Connected to ${host}.${listed}` };
  }
  const { title, detail } = describeError(result.error);
  const field = result.error.kind === 'unauthorized' ? 'key' : null;
  return { role: 'alert', text: `${title} ${detail.replace('Your question is kept. ', '')}`, field };
}
