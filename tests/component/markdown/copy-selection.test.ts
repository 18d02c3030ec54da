import { describe, expect, it, vi } from 'vitest';
import { copySelection, keepCopyingClean } from '../../../components/markdown/copy/keep-copying-clean';
import { standsFor } from '../../../components/markdown/copy/undrawn';
import { one, showMarkdown } from './show-markdown';

const cite = (id: string) => ({ number: Number(id.slice(1)), quote: `quote of ${id}`, place: [] });

/** The text node that holds some words, and where they start in it. */
function find(root: Node, words: string): readonly [node: Text, offset: number] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const offset = (node as Text).data.indexOf(words);
    if (offset !== -1) return [node as Text, offset];
  }
  throw new Error(`no ${words}`);
}

/** Selects from the start of some words to the end of others, as a reader does, and copies. */
function copy(root: Element, from: string, to: string) {
  const [start, startOffset] = find(root, from);
  const [end, endOffset] = find(root, to);
  const selection = getSelection();
  selection?.setBaseAndExtent(start, startOffset, end, endOffset + to.length);
  return selection && copySelection(selection, root);
}

async function copyAll(markdown: string) {
  const { root } = await showMarkdown(markdown, { cite });
  const selection = getSelection();
  selection?.selectAllChildren(root);
  return selection && copySelection(selection, root);
}

describe('a whole answer that is selected', () => {
  it('is copied without buttons, labels and citations', async () => {
    const copied = await copyAll(
      '# Title\n\nOpened in **1932** [b12]. See [the archive](https://a.example/x "t").\n\n' +
        '```ts title="x.ts"\nlet a = 1;\n\n  let b;\n```\n\n| City | n |\n|---|--:|\n| Oslo | 1 |\n| Rome | 2 |\n\n' +
        '1. one\n2. two\n   - deep\n\n- [x] done\n- [ ] open\n\n> quoted\n\nend',
    );
    expect(copied?.text).toBe(
      'Title\n\nOpened in 1932. See the archive.\n\nlet a = 1;\n\n  let b;\n\nCity\tn\nOslo\t1\nRome\t2\n\n' +
        '1. one\n2. two\n   - deep\n\n- [x] done\n- [ ] open\n\nquoted\n\nend',
    );
    expect(copied?.html).toBe(
      '<h1>Title</h1><p>Opened in <strong>1932</strong>. See <a href="https://a.example/x">the archive</a>.</p>' +
        '<pre><code>let a = 1;\n\n  let b;</code></pre>' +
        '<table><thead><tr><th>City</th><th>n</th></tr></thead><tbody><tr><td>Oslo</td><td>1</td></tr><tr><td>Rome</td><td>2</td></tr></tbody></table>' +
        '<ol><li>one</li><li>two<ul><li>deep</li></ul></li></ol><ul><li>☑ done</li><li>☐ open</li></ul>' +
        '<blockquote><p>quoted</p></blockquote><p>end</p>',
    );
  });

  it('has long code whole, though it is folded, and formulas as LaTeX', async () => {
    const code = Array.from({ length: 60 }, (_, n) => `line(${n});`).join('\n');
    expect((await copyAll(`a\n\n\`\`\`js\n${code}\n\`\`\`\n\nz`))?.text).toBe(`a\n\n${code}\n\nz`);
    expect((await copyAll('It is $x^2$ so.\n\n$$\ny_1\n$$'))?.text).toBe('It is $x^2$ so.\n\n$$\ny_1\n$$');
  });

  it('has no hidden characters and no label of them, code neither', async () => {
    const copied = await copyAll('pay\u202eload\n\n```\na\u202eb\n```\n\n![a chip](https://i.example/x.png)');
    expect(copied?.text).toBe('payload\n\nab\n\na chip');
    expect(copied?.html).toContain('<a href="https://i.example/x.png">a chip</a>');
  });
});

describe('a part that is selected', () => {
  it('of one paragraph is words alone', async () => {
    const { root } = await showMarkdown('It was **opened in 1932** by\nhim.');
    expect(copy(root, 'was', 'opened')).toEqual({ text: 'was opened', html: 'was <strong>opened</strong>' });
    expect(copy(root, '1932', 'him')?.text).toBe('1932 by him');
  });

  it('of code is verbatim, over pieces too', async () => {
    const code = Array.from({ length: 40 }, (_, n) => `  line(${n});`).join('\n');
    const { root } = await showMarkdown(`\`\`\`js\n${code}\n\`\`\`\n`);
    expect(copy(root, 'line(3)', 'line(3)')).toEqual({ text: 'line(3)', html: '<code>line(3)</code>' });
    const expected = code.slice(code.indexOf('line(14)'), code.indexOf('line(33)') + 8);
    expect(copy(root, 'line(14)', 'line(33)')).toEqual({
      text: expected,
      html: `<pre><code>${expected}</code></pre>`,
    });
  });

  it('of a list keeps the numbers of its items, and one item has none', async () => {
    const { root } = await showMarkdown('4. alpha\n5. beta\n6. gamma\n7. delta\n');
    expect(copy(root, 'eta', 'gamma')?.text).toBe('5. eta\n6. gamma');
    expect(copy(root, 'beta', 'beta')?.text).toBe('beta');
  });

  it('of a table is its rows, of a cell its words', async () => {
    const { root } = await showMarkdown('| a | b |\n|---|---|\n| one | two |\n| three | four |\n');
    expect(copy(root, 'two', 'four')?.text).toBe('\ttwo\nthree\tfour');
    expect(copy(root, 'three', 'three')?.text).toBe('three');
  });

  it('of two paragraphs ends where it ends, the next block’s start is nothing', async () => {
    const { root } = await showMarkdown('First words.\n\nSecond words.\n\n- item\n');
    expect(copy(root, 'words', 'Second')?.text).toBe('words.\n\nSecond');
    const [paragraph] = root.querySelectorAll('p');
    getSelection()?.setBaseAndExtent(find(root, 'First')[0], 0, one(root, 'p + p'), 0);
    const selection = getSelection();
    expect(paragraph && selection && copySelection(selection, root)?.text).toBe('First words.');
  });

  it('of a formula is all of it', async () => {
    const { root } = await showMarkdown('Now $a+b$ here.');
    const formula = one(root, '.markdown-math');
    const [text] = find(formula, 'b');
    getSelection()?.setBaseAndExtent(text, 0, find(root, 'here')[0], 3);
    const selection = getSelection();
    expect(selection && copySelection(selection, root)?.text).toBe('$a+b$ he');
  });

  it('outside of the answers is nothing of ours', async () => {
    const { root } = await showMarkdown('text');
    const other = document.body.appendChild(document.createElement('p'));
    other.append('other');
    const selection = getSelection();
    selection?.selectAllChildren(other);
    expect(selection && copySelection(selection, root)).toBeNull();
    other.remove();
  });
});

it('the copy event carries both, and a field keeps its own', async () => {
  const { root } = await showMarkdown('some **words**');
  const stop = keepCopyingClean(() => undefined)(root);
  const send = (target: Element) => {
    const event = new ClipboardEvent('copy', {
      clipboardData: new DataTransfer(),
      bubbles: true,
      cancelable: true,
    });
    target.dispatchEvent(event);
    return { event, data: event.clipboardData };
  };
  getSelection()?.selectAllChildren(one(root, 'p'));
  const { event, data } = send(one(root, 'p'));
  expect(event.defaultPrevented).toBe(true);
  expect(data?.getData('text/plain')).toBe('some words');
  expect(data?.getData('text/html')).toBe('some <strong>words</strong>');
  const field = root.appendChild(document.createElement('textarea'));
  expect(send(field).event.defaultPrevented).toBe(false);
  stop?.();
  expect(send(one(root, 'p')).event.defaultPrevented).toBe(false);
});

it('what has to be read first is copied as it was selected, whatever is clicked meanwhile', async () => {
  const { root } = await showMarkdown('drawn words');
  const gap = root.appendChild(document.createElement('div'));
  gap.dataset['undrawn'] = '';
  let isRead = false;
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  standsFor({
    isRead: () => isRead,
    read: () => promise,
    blocks: () => [{ type: 'paragraph', key: 0, children: [{ type: 'text', text: 'read words' }] }],
  })(gap);
  const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
  let work: Promise<void> = Promise.resolve();
  const stop = keepCopyingClean((later) => (work = later))(root);
  getSelection()?.selectAllChildren(root);
  const copying = { clipboardData: new DataTransfer(), bubbles: true, cancelable: true };
  one(root, 'p').dispatchEvent(new ClipboardEvent('copy', copying));
  getSelection()?.removeAllRanges();
  isRead = true;
  resolve();
  await work;
  const [items] = write.mock.calls[0] ?? [];
  const text = await items?.[0]?.getType('text/plain');
  expect(await text?.text()).toBe('drawn words\n\nread words');
  stop?.();
  write.mockRestore();
});
