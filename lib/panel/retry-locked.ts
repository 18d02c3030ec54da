import type { PanelSession } from './panel-session.svelte';

/** Asks the last question on view again where it failed because the keys were locked. */
export async function retryLocked(session: Pick<PanelSession, 'thread' | 'resume'>): Promise<void> {
  const last = session.thread?.branch.at(-1);
  if (last?.status === 'failed' && last.error?.kind === 'keys-locked') await session.resume(last.id);
}
