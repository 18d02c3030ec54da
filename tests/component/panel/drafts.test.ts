import { beforeEach, describe, expect, it } from 'vitest';
import type { FilePart } from '../../../lib/domain/attachments/attached';
import { picturePart } from '../../../lib/domain/attachments/picture-part';
import { Attached } from '../../../lib/panel/attachments/attached.svelte';
import { Drafts } from '../../../lib/panel/drafts.svelte';
import type { PictureId } from '../../../lib/domain/ids';
import { chatIdOf } from '../../support/rows';

const C = chatIdOf('c');
const D = chatIdOf('d');

const file: FilePart = { type: 'file', name: 'notes.md', origin: 'file', fence: 'f1', text: 'All of it.' };
const picture = picturePart({ id: 'p1' as PictureId, width: 4, height: 3 }, 'cat.png');

function newDrafts(): Drafts {
  return new Drafts(
    new Attached({
      client: { request: () => Promise.reject(new Error('Nothing is to be asked.')) },
      notices: { warn: () => undefined },
      limits: () => ({ side: 100, bytes: 1_000 }),
    }),
  );
}

describe('Drafts', () => {
  beforeEach(() => localStorage.clear());
  const closePanel = () => window.dispatchEvent(new PageTransitionEvent('pagehide'));

  it('keeps what was typed when the panel closes at once', () => {
    newDrafts().text = 'Half a ques';
    closePanel();
    expect(newDrafts().text).toBe('Half a ques');
  });

  it('keeps a draft for each chat', () => {
    const drafts = newDrafts();
    drafts.text = 'new';
    drafts.open(C);
    expect(drafts.text).toBe('');
    drafts.text = 'for c';
    drafts.open(D);
    drafts.open(C);
    expect(drafts.text).toBe('for c');
    drafts.open(null);
    expect(drafts.text).toBe('new');
  });

  it('stores a draft after a pause in typing', async () => {
    const drafts = newDrafts();
    drafts.text = 'typed';
    await expect.poll(() => newDrafts().text).toBe('typed');
  });

  it('leaves nothing of a question that was sent', () => {
    const drafts = newDrafts();
    drafts.text = 'Why?';
    closePanel();
    drafts.text = '';
    closePanel();
    expect(localStorage).toHaveLength(0);
  });

  it('gives what is typed after the first question to the chat that it began', () => {
    const drafts = newDrafts();
    drafts.text = '';
    drafts.begun(C);
    drafts.text = 'And?';
    closePanel();
    const later = newDrafts();
    expect(later.text).toBe('');
    later.open(C);
    expect(later.text).toBe('And?');
  });

  it('opening the chat on view again changes nothing', () => {
    const drafts = newDrafts();
    drafts.open(C);
    drafts.text = 'typing';
    drafts.open(C);
    expect(drafts.text).toBe('typing');
  });

  it('keeps what is attached for each chat, beside the words', () => {
    const drafts = newDrafts();
    drafts.attached.put([picture]);
    drafts.open(C);
    expect(drafts.attached.parts).toEqual([]);
    drafts.attached.put([file]);
    drafts.open(D);
    const later = newDrafts();
    expect(later.attached.parts).toEqual([picture]);
    later.open(C);
    expect(later.attached.parts).toEqual([file]);
    later.open(null);
    expect(later.attached.parts).toEqual([picture]);
  });

  it('is empty once all was taken, and whole again where it was given back', () => {
    const drafts = newDrafts();
    drafts.attached.put([picture, file]);
    drafts.text = 'Why?';
    const taken = drafts.take();
    drafts.open(D);
    drafts.open(null);
    expect([drafts.text, drafts.attached.parts, localStorage.length]).toEqual(['', [], 0]);
    drafts.text = 'typed since';
    drafts.giveBack(taken);
    expect([drafts.text, drafts.attached.parts]).toEqual(['Why?\n\ntyped since', [picture, file]]);
  });
});
