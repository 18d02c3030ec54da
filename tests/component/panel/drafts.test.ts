import { beforeEach, describe, expect, it } from 'vitest';
import { Drafts } from '../../../lib/panel/drafts.svelte';
import { chatIdOf } from '../../support/rows';

const C = chatIdOf('c');
const D = chatIdOf('d');

describe('Drafts', () => {
  beforeEach(() => localStorage.clear());
  const closePanel = () => window.dispatchEvent(new PageTransitionEvent('pagehide'));

  it('keeps what was typed when the panel closes at once', () => {
    new Drafts().text = 'Half a ques';
    closePanel();
    expect(new Drafts().text).toBe('Half a ques');
  });

  it('keeps a draft for each chat', () => {
    const drafts = new Drafts();
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
    const drafts = new Drafts();
    drafts.text = 'typed';
    await expect.poll(() => new Drafts().text).toBe('typed');
  });

  it('leaves nothing of a question that was sent', () => {
    const drafts = new Drafts();
    drafts.text = 'Why?';
    closePanel();
    drafts.text = '';
    closePanel();
    expect(localStorage).toHaveLength(0);
  });

  it('gives what is typed after the first question to the chat that it began', () => {
    const drafts = new Drafts();
    drafts.text = '';
    drafts.begun(C);
    drafts.text = 'And?';
    closePanel();
    const later = new Drafts();
    expect(later.text).toBe('');
    later.open(C);
    expect(later.text).toBe('And?');
  });

  it('opening the chat on view again changes nothing', () => {
    const drafts = new Drafts();
    drafts.open(C);
    drafts.text = 'typing';
    drafts.open(C);
    expect(drafts.text).toBe('typing');
  });
});
