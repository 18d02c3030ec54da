import * as v from 'valibot';
import { chatId } from './request-values';

/** The name of the port of a panel that has a temporary chat on view. */
export const TEMPORARY_PANEL_PORT = 'aside-temporary-panel';

/** What a panel asks of its temporary chat: to store it for good, whole, or to forget it. */
export const temporaryRequests = [
  v.object({ type: v.literal('keep-temporary-chat'), chatId }),
  v.object({ type: v.literal('end-temporary-chat'), chatId }),
] as const;
