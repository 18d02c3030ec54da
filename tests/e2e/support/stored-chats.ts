import type { BrowserPage } from '../../../scripts/browsers/aside-browser.ts';

/** A message as it lies in the database. */
export interface StoredMessage {
  readonly id: string;
  readonly chatId: string;
  readonly role: string;
  readonly status: string;
  readonly createdAt: number;
  /** Its text parts joined. */
  readonly text: string;
}

/** Every stored message, oldest first, read through a page of Aside's own. */
export function storedMessages(page: BrowserPage): Promise<readonly StoredMessage[]> {
  return page.evaluate(async () => {
    interface Row {
      readonly id: string;
      readonly chatId: string;
      readonly role: string;
      readonly status: string;
      readonly createdAt: number;
    }
    interface Body {
      readonly messageId: string;
      readonly parts: readonly { readonly type: string; readonly text: string }[];
    }
    const result = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
      });
    const database = await result(indexedDB.open('aside'));
    try {
      const transaction = database.transaction(['messages', 'bodies']);
      const rows = result(transaction.objectStore('messages').getAll() as IDBRequest<Row[]>);
      const bodies = result(transaction.objectStore('bodies').getAll() as IDBRequest<Body[]>);
      const texts = new Map(
        (await bodies).map(({ messageId, parts }) => [
          messageId,
          parts.map(({ type, text }) => (type === 'text' ? text : '')).join(''),
        ]),
      );
      return (
        (await rows)
          // Question and answer may be of the same millisecond.
          .toSorted((a, b) => a.createdAt - b.createdAt || Number(a.role !== 'user') - Number(b.role !== 'user'))
          .map(({ id, chatId, role, status, createdAt }) => ({
            id,
            chatId,
            role,
            status,
            createdAt,
            text: texts.get(id) ?? '',
          }))
      );
    } finally {
      database.close();
    }
  });
}
