import { PICTURE_LIMITS } from '../../domain/pictures/picture-limits';
import type { ProviderConfig } from '../../domain/provider-config';
import { Drafts } from '../drafts.svelte';
import type { Notices } from '../notices.svelte';
import type { PanelServices } from '../panel-services';
import { QuestionEdit } from '../question-edit.svelte';
import { Attached } from './attached.svelte';

/** Makes what can be written in the composer: the draft and the question that is edited, each with its attachments. */
export function createWritten(
  { client, draftStore }: Pick<PanelServices, 'client' | 'draftStore'>,
  notices: Pick<Notices, 'warn'>,
  /** What kind of provider the next question goes to. */
  kind: () => ProviderConfig['kind'],
): { readonly drafts: Drafts; readonly edit: QuestionEdit } {
  const attached = () => new Attached({ client, notices, limits: () => PICTURE_LIMITS[kind()] });
  return { drafts: new Drafts(attached(), draftStore), edit: new QuestionEdit(attached()) };
}
