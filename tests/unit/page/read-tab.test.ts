import { describe, expect, it } from 'vitest';
import { createPageSource } from '../../../lib/page/read-tab';
import { showPassage } from '../../../lib/page/show-passage';

const granted = async () => ({ url: 'https://example.com/', granted: true });
const reading = { title: 'T', url: 'https://example.com/', language: 'en', notes: [], obstacle: null };
const block = { id: 'b1', kind: 'paragraph', headings: [], text: 'Hello' };
const sourceOf = (result: unknown, accessTo = granted) =>
  createPageSource({ accessTo, scripting: { runFile: async () => result }, patience: 40 });

describe('createPageSource', () => {
  it('gives the page without what is only for itself', async () => {
    const page = await sourceOf({ ...reading, blocks: [block] }).read(1);
    expect(page).toEqual({ title: 'T', url: 'https://example.com/', language: 'en', notes: [], blocks: [block] });
  });

  it.each([
    ['pdf', 'page-unreadable', 'PDF'],
    ['canvas', 'page-empty', 'canvas'],
    ['no-text', 'page-empty', 'no text'],
  ])('fails on an obstacle: %s', async (obstacle, kind, sentence) => {
    await expect(sourceOf({ ...reading, blocks: [], obstacle }).read(1)).rejects.toMatchObject({
      chatError: { kind, detail: expect.stringContaining(sentence) },
    });
  });

  it.each([
    null,
    undefined,
    'text',
    { ...reading, blocks: [{ id: 1 }] },
    { ...reading, blocks: [block], leftOut: { count: 1, pieces: [{}] } },
  ])('fails on no proper answer: %o', async (result) => {
    await expect(sourceOf(result).read(1)).rejects.toMatchObject({ chatError: { kind: 'page-unreadable' } });
  });

  it('does not even ask pages that no extension may read', async () => {
    const source = sourceOf(reading, async () => ({ url: 'https://addons.mozilla.org/', granted: true }));
    await expect(source.read(1)).rejects.toMatchObject({ chatError: { kind: 'page-unreadable' } });
  });

  it('turns the browser’s refusal into a failure of its kind', async () => {
    const refused = Promise.reject(new Error('Missing host permission for the tab'));
    const source = createPageSource({
      accessTo: async () => ({ url: undefined, granted: false }),
      scripting: { runFile: () => refused },
    });
    await expect(source.read(1)).rejects.toMatchObject({ chatError: { kind: 'page-permission' } });
  });

  it('gives up a page that never answers', async () => {
    const source = createPageSource({
      accessTo: granted,
      scripting: { runFile: () => new Promise(() => undefined) },
      patience: 20,
    });
    await expect(source.read(1)).rejects.toMatchObject({
      chatError: { kind: 'page-unreadable', detail: expect.stringContaining('did not answer') },
    });
  });

  it('stops waiting when it is told to', async () => {
    const stop = new AbortController();
    const source = createPageSource({
      accessTo: granted,
      scripting: { runFile: () => new Promise(() => undefined) },
    });
    const read = source.read(1, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(read).rejects.toThrow('stopped');
  });

  it('gives the selection as it is, and nothing for no selection', async () => {
    expect(await sourceOf('one\ntwo').readSelection(1)).toBe('one\ntwo');
    expect(await sourceOf(undefined).readSelection(1)).toBe('');
  });
});

describe('showPassage', () => {
  it('injects the highlighter and its style before it calls it', async () => {
    const calls: string[] = [];
    const shown = await showPassage(
      7,
      { passage: { blockText: 'block', quote: 'quote' }, url: 'https://example.com/', patience: 0 },
      {
        runFile: async (_tab, file) => void calls.push(file),
        setStyle: async (_tab, css) => void calls.push(css),
        runFunction: async (_tab, _run, args) => (calls.push(JSON.stringify(args)), 'similar'),
      },
    );
    expect(shown).toBe('similar');
    expect(calls).toEqual([
      '/passage-highlighter.js',
      expect.stringContaining('::highlight(aside-passage)'),
      '["asideShowPassage",{"passage":{"blockText":"block","quote":"quote"},"url":"https://example.com/","patience":0}]',
    ]);
  });
});
