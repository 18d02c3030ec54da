import { expect, test } from 'vitest';
import { languageOf } from '../../../../lib/providers/built-in/languages';
import { outlineOf } from '../../../../lib/providers/built-in/outline';
import { chooseQuotes } from '../../../../lib/providers/built-in/choose-quotes';
import { passagesOf } from '../../../../lib/providers/built-in/passages';
import { rankPassages } from '../../../../lib/providers/built-in/rank-passages';
import { queryOf } from '../../../../lib/providers/built-in/query';
import { fixturePage } from '../../../fixtures/reader/read-fixture';
import { requestFor } from '../../../support/ask-reader';

const english = languageOf('en');
const lighthouse = fixturePage('en-lighthouse');

test('an outline opens with the page’s first sentence and gives each section its own', () => {
  const outline = outlineOf(lighthouse, english);
  expect(outline.map(({ heading }) => heading?.text)).toEqual([
    'The lighthouse on Carrow Head',
    'Building the tower',
    'The light today',
    'Visiting',
  ]);
  expect(outline[0]?.opening.text).toMatch(/^Carrow Head is a low cape/);
});

test('quotes take in their neighbours but never overlap', () => {
  const passages = passagesOf(lighthouse, english);
  const query = queryOf(requestFor('Which ship was lost before the tower was built?', lighthouse), [english]);
  const quotes = chooseQuotes(rankPassages(passages, lighthouse.title, query, english).ranked, passages, 3);
  const indices = quotes.flatMap((quote) => quote.indices);
  expect(new Set(indices).size).toBe(indices.length);
  expect(quotes[0]?.text).toContain('brig Fortune');
  for (const { text } of quotes) expect(text.length).toBeLessThanOrEqual(400);
});

test('what follows a question or an announcement stands under it', () => {
  const blocks = [
    { id: 'b1', kind: 'paragraph', headings: ['Help'], text: 'What should I bring?' },
    { id: 'b2', kind: 'list', headings: ['Help'], text: 'Boots\nA map' },
  ] as const;
  const passages = passagesOf({ ...lighthouse, blocks }, english);
  expect(passages.map(({ headings }) => headings)).toEqual([
    'Help',
    'Help\nWhat should I bring?',
    'Help\nWhat should I bring?',
  ]);
});
