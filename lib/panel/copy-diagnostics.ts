import { diagnostics } from '../domain/diagnostics';
import type { MessageId } from '../domain/ids';
import type { ChatPanel } from './chat-panel.svelte';

/** Copies what a maker needs to know of a failure: nothing that was written, no key. Must run inside a click. */
export async function copyDiagnostics(panel: ChatPanel, messageId: MessageId): Promise<void> {
  const { session, services } = panel;
  const message = session.thread?.branch.find(({ id }) => id === messageId);
  const entry = message && session.stored.entryOf(message);
  if (!message || !entry) return;
  const provider = panel.providers.find(({ id }) => id === message.modelRef?.providerId) ?? null;
  const report = diagnostics({
    message,
    answer: session.answerOf(entry),
    provider,
    version: services.version,
    browser: navigator.userAgent,
  });
  await navigator.clipboard.writeText(report);
  panel.notices.tell('Diagnostics copied. They hold no text of yours and no key.');
}
