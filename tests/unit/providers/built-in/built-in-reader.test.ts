import { describe, expect, test } from 'vitest';
import { fixturePage, fixtureQuestions, snapshotOf } from '../../../fixtures/reader/read-fixture';
import { askReader, renderedQuotes, requestFor, saysNotFound } from '../../../support/ask-reader';

const questions = fixtureQuestions();
const answerable = questions.filter(({ answer }) => answer !== null);
const unanswerable = questions.filter(({ answer }) => answer === null);

describe('the built-in reader on pages of our own', () => {
  test('has the answer among its first three quotes for at least 80 % of the questions', async () => {
    const missed: string[] = [];
    for (const { page, question, answer } of answerable) {
      const quotes = renderedQuotes(await askReader(requestFor(question, fixturePage(page))));
      if (!quotes.slice(0, 3).some(({ text }) => text.includes(answer ?? ''))) missed.push(question);
    }
    expect(missed.length / answerable.length, missed.join('\n')).toBeLessThanOrEqual(0.2);
  });

  test('says plainly where a page does not answer', async () => {
    const quoted: string[] = [];
    for (const { page, question } of unanswerable) {
      const answer = await askReader(requestFor(question, fixturePage(page)));
      if (!saysNotFound(answer)) quoted.push(question);
    }
    expect(quoted.length, quoted.join('\n')).toBeLessThanOrEqual(1);
  });

  test.each(questions)('quotes word for word: $question', async ({ page, question }) => {
    const { blocks } = fixturePage(page);
    for (const { blockId, text } of renderedQuotes(await askReader(requestFor(question, fixturePage(page))))) {
      expect(blocks.find(({ id }) => id === blockId)?.text).toContain(text);
    }
  });
});

describe('the built-in reader', () => {
  test('says first that it quotes and is no AI, in the language of the question', async () => {
    const page = fixturePage('de-muehle');
    expect(await askReader(requestFor('Was kostet der Eintritt?', page))).toMatch(
      /^Von der Seite zitiert, ohne KI:\n/,
    );
    const english = await askReader(requestFor('When was the light lit?', fixturePage('en-lighthouse')));
    expect(english).toMatch(/^Quoted from the page, no AI:\n/);
  });

  test('says that it is not sure, and what to do, where passages come only close', async () => {
    const answer = await askReader(
      requestFor('What did the last keeper earn as salary?', fixturePage('en-lighthouse')),
    );
    expect(answer).toMatch(/^Not found on this page in so many words\./);
    expect(renderedQuotes(answer).length).toBeGreaterThan(0);
    expect(answer).toMatch(/Settings → Add provider\.$/);
  });

  test('names the words that the page lacks', async () => {
    const answer = await askReader(requestFor('Is there a restaurant nearby?', fixturePage('en-lighthouse')));
    expect(answer).toMatch(/^Not found on this page\. /);
    expect(answer).toContain('“restaurant”');
    expect(answer).toContain('Settings → Add provider');
  });

  test.each([
    ['en-lighthouse', 'Summarise this page'],
    ['en-lighthouse', 'What is this about?'],
    ['de-muehle', 'Fasse diese Seite bitte kurz zusammen'],
    ['fr-fromagerie', 'De quoi parle cette page ?'],
    ['ja-onsen', 'このページを要約してください'],
  ])('outlines %s when asked: %s', async (name, question) => {
    const page = fixturePage(name);
    const answer = await askReader(requestFor(question, page));
    const sections = page.blocks.filter(({ kind, headings }) => kind === 'heading' && headings.length === 1);
    const opened = sections.filter(({ text }) => answer.includes(`**${text}**`));
    expect(opened.length).toBeGreaterThanOrEqual(2);
    expect(renderedQuotes(answer).length).toBeGreaterThanOrEqual(2);
  });

  test('looks for the subject when a summary of one subject is asked for', async () => {
    const answer = await askReader(
      requestFor('Summarise the building of the tower', fixturePage('en-lighthouse')),
    );
    expect(answer).toMatch(/^Quoted from the page/);
    expect(answer).toContain('voted for a stone tower');
  });

  test('understands a question that leans on the one before', async () => {
    const page = fixturePage('en-lighthouse');
    const alone = await askReader(requestFor('And who may enter without a ticket?', page));
    expect(alone).toContain('enter free');
    const earlier = [
      { role: 'user', text: `<page-k7>\nTitle: x\n</page-k7>\n\nTell me about the footpath` },
      { role: 'assistant', text: 'Quoted …' },
    ] as const;
    const leaning = await askReader(requestFor('How long does it take?', page, earlier));
    expect(renderedQuotes(leaning)[0]?.text).toContain('35 minutes');
  });

  test('explains itself without a page', async () => {
    const answer = await askReader(requestFor('What can you do?', null));
    expect(answer).toContain('built-in reader');
    expect(answer).toContain('Settings → Add provider');
  });

  test('says so where a page has no text', async () => {
    const answer = await askReader(requestFor('Who wrote this?', snapshotOf([], 'en', 'Empty')));
    expect(answer).toMatch(/^No readable text was found on this page\./);
  });
});
