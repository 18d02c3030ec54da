import type { AttachedPart } from '../domain/attachments/attached';
import type { MessageId } from '../domain/ids';
import type { AgreedWholePage } from './whole-page/whole-page-asking.svelte';

/** The same as a request names it. */
export function fieldsOf({ replaces, over, attached = [] }: AskedWith) {
  return {
    ...(replaces === undefined ? {} : { replaces }),
    ...(over === undefined ? {} : { wholePage: over.plan }),
    ...(attached.length === 0 ? {} : { attached }),
  };
}

/** What a question is asked with beside its words. */
export interface AskedWith {
  /** The question that it is another version of. */
  readonly replaces?: MessageId | undefined;
  /** The whole page that it is asked over. */
  readonly over?: AgreedWholePage | undefined;
  readonly attached?: readonly AttachedPart[];
}
