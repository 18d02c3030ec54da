import type { Example } from './spec-examples';

type Written = readonly [markdown: string, html: string];

// Tables, task lists and strikethrough, written for this project after GitHub Flavored Markdown 0.29 (sections 4.10,
// 5.3 and 6.5), beyond the examples it gives itself.
const WRITTEN: readonly Written[] = [
  [
    '| a | b |\n| - | - |\n| 1 | 2 |',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
  ],
  [
    'a | b\n-:|:-:\n1 | 2\n\nafter',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table><p>after</p>',
  ],
  [
    '| a |\n|---|\n| `x \\| y` **\\|** |',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><code>x | y</code> <strong>|</strong></td></tr></tbody></table>',
  ],
  [
    '| a |\n|---|\n| 1 |\n> quote',
    '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table><blockquote><p>quote</p></blockquote>',
  ],
  ['| a | b |\n|---|\n| 1 |', '<p>| a | b |\n|---|\n| 1 |</p>'],
  [
    '| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |',
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td></td></tr><tr><td>1</td><td>2</td></tr></tbody></table>',
  ],
  ['| a |\n|---|', '<table><thead><tr><th>a</th></tr></thead></table>'],
  [
    '- [ ] open\n- [x] done\n- [X] Done',
    '<ul><li><input disabled="" type="checkbox"> open</li><li><input checked="" disabled="" type="checkbox"> done</li><li><input checked="" disabled="" type="checkbox"> Done</li></ul>',
  ],
  [
    '1. [x] a\n   - [ ] b',
    '<ol><li><input checked="" disabled="" type="checkbox"> a<ul><li><input disabled="" type="checkbox"> b</li></ul></li></ol>',
  ],
  ['- [x]no\n- [y] no\n- text [x] no', '<ul><li>[x]no</li><li>[y] no</li><li>text [x] no</li></ul>'],
  ['~~gone~~ and ~~*both*~~', '<p><s>gone</s> and <s><em>both</em></s></p>'],
  ['this ~~has a\n\nnew paragraph~~', '<p>this ~~has a</p><p>new paragraph~~</p>'],
];

/** More examples of what Markdown has beyond CommonMark here. */
export const EXTENSION_EXAMPLES: readonly Example[] = WRITTEN.map(([markdown, html], index) => ({
  markdown,
  html,
  section: 'Extensions',
  number: index + 1,
}));
