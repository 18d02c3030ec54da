import { describe, expect, it } from 'vitest';
import { BUILT_IN_PROVIDER } from '../../../lib/domain/provider-config';
import type { RequestView } from '../../../lib/domain/sent-request';
import type { PageRequest } from '../../../lib/domain/page';
import type { PanelRequest } from '../../../lib/messaging/protocol';
import { RequestViewer } from '../../../lib/panel/request-viewer.svelte';
import { chatIdOf, messageIdOf, MODEL, snapshotIdOf } from '../../support/rows';
import { createTestClient } from '../../support/test-client';

const VIEW: RequestView = {
  host: 'model.example',
  model: 'm',
  system: 'Be brief.',
  messages: [{ role: 'user', text: 'Why?' }],
  leftOut: { turns: 0, pages: [], earlierPages: 0 },
  parameters: {},
  exact: true,
};
const PAGE = { tabId: 1, snapshotId: null };

function viewer(readPage: boolean, answer: RequestView | null, page: PageRequest = PAGE, carried: string[] = []) {
  const asked: PanelRequest[] = [];
  const client = createTestClient((request) => {
    asked.push(request);
    return answer;
  });
  const session = {
    chatId: chatIdOf('c'),
    model: { provider: BUILT_IN_PROVIDER, ref: MODEL },
    readPage,
    pageContext: { request: async () => page },
    thread: { branch: carried.map((url) => ({ page: { url } })) },
    setup: { wishes: async () => ({}) },
  };
  return {
    asked,
    viewer: new RequestViewer(client, session as unknown as ConstructorParameters<typeof RequestViewer>[1]),
  };
}

describe('RequestViewer', () => {
  it('asks for the request that Send would make, with the page only where it is switched on', async () => {
    for (const [on, page] of [
      [true, PAGE],
      [false, null],
    ] as const) {
      const { viewer: shows, asked } = viewer(on, VIEW);
      await shows.preview('Why?');
      const expected = { type: 'preview-request', chatId: 'c', text: 'Why?', modelRef: MODEL, page };
      expect(asked).toEqual([expected]);
      expect(shows.shown).toEqual({ kind: 'preview', view: VIEW, pageId: null, went: false });
    }
  });

  it('knows which page the question brings and whether it went, and shows the same question anew', async () => {
    const map = { snapshotId: snapshotIdOf('s'), title: '', url: 'https://a.example/', tokens: 1, sentTokens: 1 };
    const view = { ...VIEW, leftOut: { ...VIEW.leftOut, maps: [{ ...map, parts: [] }] } };
    const page = { tabId: 1, snapshotId: snapshotIdOf('s') };
    for (const [earlier, went] of [
      [['https://a.example/'], true],
      [['https://b.example/'], false],
    ] as const) {
      const { viewer: shows, asked } = viewer(true, view, page, [...earlier]);
      await shows.previewAgain();
      expect(asked).toEqual([]);
      await shows.preview('Why?', messageIdOf('q'));
      expect(shows.shown).toEqual({ kind: 'preview', view, pageId: 's', went });
      await shows.previewAgain();
      expect(asked[1]).toEqual(asked[0]);
    }
  });

  it('shows what an answer was asked with, says where that is not known, and closes', async () => {
    const { viewer: shows, asked } = viewer(false, VIEW);
    await shows.sent(messageIdOf('a'));
    expect(asked).toEqual([{ type: 'sent-request', messageId: 'a' }]);
    expect(shows.shown).toEqual({ kind: 'sent', view: VIEW });
    shows.close();
    expect(shows.shown).toBeNull();
    const { viewer: without } = viewer(false, null);
    await without.sent(messageIdOf('a'));
    expect(without.shown).toEqual({ kind: 'unknown' });
  });
});
