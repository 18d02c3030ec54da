import type { ChatId } from '../../domain/ids';
import type { EngineClient } from '../../messaging/engine-client';

/** Tells the background whether this panel can be seen, so that answers which end behind other tabs are news. */
export function tellWhetherSeen(
  client: Pick<EngineClient, 'request' | 'onOpen'>,
  chatId: () => ChatId | null,
  page: Document = document,
  signal?: AbortSignal,
): void {
  const tell = () => {
    const look = { type: 'look', chatId: chatId(), visible: page.visibilityState === 'visible' } as const;
    client
      .request(look)
      .catch((reason: unknown) => console.warn('Aside: the background was not told who looks.', reason));
  };
  page.addEventListener('visibilitychange', tell, signal === undefined ? {} : { signal });
  // A background that is new to this panel takes it to be seen.
  client.onOpen(() => {
    if (page.visibilityState === 'hidden') tell();
  });
}
