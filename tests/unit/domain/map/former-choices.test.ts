import { describe, expect, test } from 'vitest';
import { withoutFormerChoices } from '../../../../lib/domain/map/former-choices';
import type { PageSnapshot } from '../../../../lib/domain/page';
import { block, questionRow, snapshotRow, withText } from '../../../support/rows';

const blocks = [block('b1', 'one'), block('b2', 'two')];
const whole = snapshotRow('whole', blocks);
const part = snapshotRow('part', [block('b3', 'one'), block('b4', 'two')], { omitted: ['b4'] });
const other = snapshotRow('other', [block('b5', 'three')], { url: 'https://example.com/b' });
const changed = snapshotRow('changed', [block('b6', 'one'), block('b7', 'new')]);
const all = new Map([whole, part, other, changed].map((page) => [page.id, page]));

const ask = (...pages: readonly (PageSnapshot | null)[]) =>
  pages.map((page, index) => {
    const ref = page && { snapshotId: page.id, title: page.title, url: page.url };
    return withText(questionRow(`q${index}`, null, { page: ref }), 'Why?');
  });
const heldOf = (...pages: readonly (PageSnapshot | null)[]) =>
  [...withoutFormerChoices(ask(...pages), all).keys()].toSorted();

describe('the choices of a page in a thread', () => {
  test('are held by the last question that made one', () => {
    expect(heldOf(whole, null, part)).toEqual(['changed', 'other', 'part']);
    expect(heldOf(whole, part, whole)).toEqual(['changed', 'other', 'whole']);
  });

  test('are no matter of other pages, nor of a page that has changed', () => {
    expect(heldOf(whole, other, changed)).toEqual(['changed', 'other', 'part', 'whole']);
    expect(withoutFormerChoices(ask(whole, whole, null), all)).toBe(all);
  });
});
