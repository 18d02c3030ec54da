import type { ProviderConfig } from '../provider-config';
import type { AttachedPart } from './attached';

/** What stands between attachments and a model. All but `unknown-sight` keep the question from being sent. */
export type AttachmentProblem =
  /** The model can't see pictures. */
  | 'no-sight'
  /** The built-in reader reads pages alone. */
  | 'reads-pages-only'
  /** Nobody knows whether it sees them. */
  | 'unknown-sight';

/** What is wrong with sending these to a model; null: nothing. `sees` says whether it sees pictures, as far as known. */
export function attachmentProblem(
  parts: readonly AttachedPart[],
  kind: ProviderConfig['kind'],
  sees: boolean | undefined,
): AttachmentProblem | null {
  if (parts.length === 0) return null;
  if (kind === 'built-in') return 'reads-pages-only';
  if (!parts.some(({ type }) => type === 'picture')) return null;
  if (kind === 'browser' || sees === false) return 'no-sight';
  return sees === undefined ? 'unknown-sight' : null;
}
