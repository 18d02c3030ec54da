import { isAttached } from '../domain/attachments/attached';
import type { RunSnapshot } from '../domain/run';
import type { EngineClient } from '../messaging/engine-client';

/**
 * Offers the background what is on view of growing answers: the one before may have died with words that it had shown
 * and not stored. Never rejects.
 */
export async function keepShown(
  client: Pick<EngineClient, 'request'>,
  growing: readonly RunSnapshot[],
): Promise<void> {
  const offers = growing.map(({ messageId, answer }) =>
    client.request({ type: 'keep-shown', messageId, parts: answer.parts.filter((part) => !isAttached(part)) }),
  );
  for (const offer of await Promise.allSettled(offers)) {
    if (offer.status === 'rejected') console.warn('Aside: the text on view could not be kept.', offer.reason);
  }
}
