import { describe, expect, test } from 'vitest';
import type { PageText } from '../../../lib/domain/page';
import type { SiteRules } from '../../../lib/domain/site-rules';
import { createCarefulReader } from '../../../lib/page/careful-reader';
import { block, snapshotRow } from '../../support/rows';

function rig(page: Partial<PageText>, rules: SiteRules = {}, shownUrl?: string) {
  let reads = 0;
  const text = snapshotRow('s', [block('b1', 'one')], page);
  const read = createCarefulReader({
    read: async () => {
      reads += 1;
      return text;
    },
    rules: async () => rules,
    accessTo: async () => ({ url: shownUrl, granted: shownUrl !== undefined }),
  });
  return { read, text, reads: () => reads };
}
const refusal = (kind: string, host: string) => ({ chatError: { kind, host } });

describe('reading with care', () => {
  test('reads an ordinary page', async () => {
    const { read, text } = rig({});
    expect(await read(1)).toBe(text);
  });

  test('runs nothing in a page of a site that is never to be read', async () => {
    const url = 'https://secret.example/a';
    const { read, reads } = rig({ url }, { 'secret.example': 'never' }, url);
    await expect(read(1)).rejects.toMatchObject(refusal('page-never', 'secret.example'));
    expect(reads()).toBe(0);
  });

  test('gives nothing of such a page either where its address came with the text', async () => {
    const { read } = rig({ url: 'https://secret.example/a' }, { 'secret.example': 'never' });
    await expect(read(1, { confirmed: ['secret.example'] })).rejects.toMatchObject(
      refusal('page-never', 'secret.example'),
    );
  });

  test('asks first where a page may be private, and reads it after a yes, once or for good', async () => {
    const page = { url: 'https://shop.example/login', asksPassword: true };
    const { read, text } = rig(page);
    await expect(read(1)).rejects.toMatchObject({
      chatError: { kind: 'page-private', host: 'shop.example', detail: 'password' },
    });
    expect(await read(1, { confirmed: ['shop.example'] })).toBe(text);
    await expect(read(1, { confirmed: ['other.example'] })).rejects.toMatchObject(
      refusal('page-private', 'shop.example'),
    );
    expect(await rig(page, { 'shop.example': 'read' }).read(1)).toBeDefined();
  });
});
