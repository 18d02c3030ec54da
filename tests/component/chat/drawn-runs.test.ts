import { describe, expect, it } from 'vitest';
import { bringIntoView } from '../../../components/chat/find/bring-into-view';
import { drawnRuns, rangeOfHit } from '../../../components/chat/find/drawn-runs';
import { foldForFind } from '../../../lib/domain/find-text';
import { parseMarkdown } from '../../../lib/markdown/parse-markdown';
import { shownRuns } from '../../../lib/markdown/shown-runs';
import { nextFrame, showMarkdown } from '../markdown/show-markdown';

const documents = import.meta.glob<string>('../../fixtures/markdown/{gallery,answer,answers/*}.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The folded runs of a text, as the find looks through them. */
const runsOf = (text: string) => shownRuns(parseMarkdown(text)).map(foldForFind);

/** What the query marks in a drawn answer. */
async function marked(text: string, query: string): Promise<readonly string[]> {
  const { root } = await showMarkdown(text);
  return drawnRuns(root).flatMap((run) => run.ranges(foldForFind(query)).map(String));
}

describe('drawn runs', () => {
  it.each(Object.entries(documents))('of %s are those of its text', async (name, text) => {
    const { root } = await showMarkdown(text);
    // Charts come by and by.
    const drawn = () => drawnRuns(root).flatMap((run) => (run.text === '' ? [] : [run.text]));
    const expected = runsOf(text).map((run) => run.trim());
    await expect.poll(drawn, { timeout: 10_000 }).toEqual(expected);
    expect(expected.length, name).toBeGreaterThan(3);
  });

  it.each([
    ['a word in several pieces', 'The **Zug**spitze', 'zugspitze', ['Zugspitze']],
    ['diacritics, composed or not', 'Zügspitze, Zu\u0308gspitze', 'zugs', ['Zügs', 'Zu\u0308gs']],
    ['a diacritic at the end', 'cafe\u0301, café', 'CAFE', ['cafe\u0301', 'café']],
    ['words over a line break', 'one  \ntwo\nthree', 'one two three', ['onetwo\nthree']],
    ['code', '```js\nlet ab = 1;\n```', 'ab =', ['ab =']],
    ['no part of two cells', '| ab | cd |\n|---|---|\n| e | f |', 'abcd', []],
    ['no address', '[here](https://example.com/secret)', 'secret', []],
    ['no words of Aside’s own', '```js\na\n```', 'copy', []],
    ['Arabic without its vowel marks', 'قال أَحْمَد', 'احمد', ['أَحْمَد']],
    ['a ligature’s first letter', 'ﬁne', 'f', ['ﬁ']],
  ])('mark %s', async (_what, text, query, expected) => {
    expect(await marked(text, query)).toEqual(expected);
  });

  it('find a hit by its number among all, also where a run before it is not drawn', async () => {
    const text = 'bridge\n\nbridge\n\na bridge and a bridge';
    const { root } = await showMarkdown(text);
    const range = rangeOfHit(drawnRuns(root), runsOf(text), 'bridge', 3);
    expect([range?.toString(), range?.startOffset]).toEqual(['bridge', 15]);
    const without = drawnRuns(root).slice(1);
    expect(rangeOfHit(without, runsOf(text), 'bridge', 2)?.startOffset).toBe(2);
    expect(rangeOfHit([], runsOf(text), 'bridge', 0)).toBeUndefined();
  });
});

describe('bringIntoView', () => {
  it('opens long code and thoughts, and scrolls wide code', async () => {
    const lines = Array.from({ length: 80 }, (_, index) => `line ${index} ${'x'.repeat(index === 70 ? 300 : 3)}`);
    const text = `\`\`\`text\n${lines.join('\n')} needle\n\`\`\``.replace(
      'line 70',
      'line 70 needle'.padStart(200),
    );
    const { root, container } = await showMarkdown(text);
    const scroller = document.createElement('div');
    scroller.style.cssText = 'height: 300px; overflow: auto';
    const details = document.createElement('details');
    details.append(container);
    scroller.append(details);
    document.body.append(scroller);
    const [range] = drawnRuns(root).flatMap((run) => run.ranges('needle'));
    if (range === undefined) throw new Error('The word is there');
    for (let round = 0; round < 10; round += 1) {
      bringIntoView(range, scroller);
      await nextFrame();
    }
    expect(details.open).toBe(true);
    expect(root.querySelector('[aria-expanded=true]')?.textContent).toContain('fewer lines');
    const hit = range.getBoundingClientRect();
    expect(document.elementFromPoint(hit.left + 2, hit.top + 2)?.closest('code')).not.toBeNull();
    scroller.remove();
  });
});
