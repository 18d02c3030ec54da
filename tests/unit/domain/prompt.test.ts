import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimateTokens } from '../../../lib/domain/budget';
import type { ThreadMessage } from '../../../lib/domain/chat';
import type { PageSnapshot } from '../../../lib/domain/page';
import { pageText } from '../../../lib/domain/page-text';
import { buildPrompt, SYSTEM_TEXT, type Prompt } from '../../../lib/domain/prompt';
import { answerRow, block, questionRow, snapshotRow, withText } from '../../support/rows';

const page = snapshotRow('s1', [block('b1', 'Title', { kind: 'heading' }), block('b2', 'It opened in 1932.')]);
const other = snapshotRow('s2', [block('b3', 'Another page.')], { fence: 'other', url: 'https://example.com/b' });
const snapshots = new Map([page, other].map((snapshot) => [snapshot.id, snapshot]));

interface Exchange {
  readonly question: string;
  readonly answer: string;
  readonly page?: PageSnapshot | null;
}

/** A branch of questions and answers. */
function threadOf(exchanges: readonly Exchange[]): readonly ThreadMessage[] {
  return exchanges.flatMap(({ question, answer, page: carried }, index) => {
    const ref = carried ? { snapshotId: carried.id, title: carried.title, url: carried.url } : null;
    const parent = index === 0 ? null : `a${index - 1}`;
    return [
      withText(questionRow(`q${index}`, parent, { page: ref }), question),
      withText(answerRow(`a${index}`, `q${index}`), answer),
    ];
  });
}

/** The prompt of the last question of a branch. */
function promptOf(exchanges: readonly Exchange[], budgetTokens?: number): Prompt {
  const thread = threadOf(exchanges).slice(0, -1);
  return buildPrompt({ thread, snapshots, ...(budgetTokens === undefined ? {} : { budgetTokens }) });
}

/** A prompt as a provider's cache sees it. */
const bytesOf = ({ system, messages }: Prompt) =>
  [system, ...messages.map(({ role, text }) => `\u0001${role}\u0002${text}`)].join('');

const words = fc.string({ minLength: 1, maxLength: 40 }).map((text) => `w${text}`);
const exchange = fc.record({
  question: words,
  answer: fc.oneof(words, fc.constant('')),
  page: fc.constantFrom(null, null, page, other),
});

describe('buildPrompt', () => {
  test('says what was on a picture in its place, and in its end that is quoted', () => {
    const drawn = 'Here: ![a cat](aside-picture:0-1/24x16)';
    const [, answer] = promptOf([
      { question: 'Draw.', answer: drawn },
      { question: 'More?', answer: '' },
    ]).messages;
    expect(answer?.text).toBe('Here: [Picture: a cat]');
    const thread = threadOf([{ question: 'Draw.', answer: drawn }]);
    expect(JSON.stringify(buildPrompt({ thread, snapshots: new Map() }).messages)).not.toContain('aside-picture');
  });

  test('puts the page into the question that brought it, never into the system text', () => {
    const prompt = promptOf([{ question: 'When?', answer: '', page }]);
    expect(prompt.system).toBe(SYSTEM_TEXT);
    expect(prompt.messages).toEqual([{ role: 'user', text: `${pageText(page, 1000)}\n\nWhen?` }]);
    expect(prompt.question).toBe('When?');
    expect(prompt.pages).toEqual([page]);
  });

  test('leaves out what the user left out, says so, and names what is selected', () => {
    const blocks = [block('b1', 'picked', { selected: true }), block('b2', 'secret'), block('b3', 'open')];
    const text = pageText(snapshotRow('s', blocks, { omitted: ['b2'] }), 1000);
    expect(text).toContain('(The user selected [b1] on this page.)\n[b1] picked\n[b3] open\n');
    expect(text).toContain('(The user left out 1 of the 3 blocks of this page.)');
    expect(text).not.toContain('secret');
  });

  test('says which blocks one has to open on the page', () => {
    const blocks = [
      block('b1', 'Prices', { kind: 'heading', collapsed: true }),
      block('b2', 'Free', { collapsed: true }),
    ];
    const text = pageText(snapshotRow('s', blocks), 1000);
    expect(text).toContain('[b1] (closed on the page) # Prices\n[b2] (closed on the page) Free\n');
  });

  test('leaves earlier pages out from a question on that wants its page alone', () => {
    const [first, , third, ...rest] = threadOf([
      { question: 'One?', answer: 'Yes.', page },
      { question: 'Two?', answer: '', page: other },
    ]);
    if (!first || !third) throw new Error('There are two questions.');
    const alone = { ...third, message: { ...third.message, page: { ...third.message.page, alone: true } } };
    const thread = [first, alone, ...rest.slice(0, -1)] as Parameters<typeof buildPrompt>[0]['thread'];
    const prompt = buildPrompt({ thread, snapshots });
    expect(prompt.pages).toEqual([other]);
    expect(bytesOf(prompt)).not.toContain('It opened in 1932.');
    expect(bytesOf(prompt)).toContain('One?');
    expect(prompt.leftOut.earlierPages).toBe(1);
  });

  test('sends of a long page what the question needs, and with a later one what that needs more', () => {
    const filler = Array.from({ length: 60 }, (_, index) =>
      block(`b${index + 10}`, `Of ropes and tides, number ${index}.`),
    );
    const opened = block('b90', 'The mayor opened it.');
    const blocks = [
      ...filler.slice(0, 30),
      opened,
      ...filler.slice(30),
      block('b91', 'The toll is four dollars.'),
    ];
    const long = snapshotRow('s1', blocks);
    const exchanges = [
      { question: 'Who opened it?', answer: 'The mayor.', page: long },
      { question: 'What is the toll?', answer: '' },
    ];
    const build = (turns: readonly Exchange[]) =>
      buildPrompt({
        thread: threadOf(turns).slice(0, -1),
        snapshots: new Map([[long.id, long]]),
        budgetTokens: 300,
      });
    const first = build(exchanges.slice(0, 1));
    expect(bytesOf(first)).toContain('[b90]');
    expect(bytesOf(first)).not.toContain('[b91]');
    const second = build(exchanges);
    expect(bytesOf(second).startsWith(bytesOf(first))).toBe(true);
    expect(second.messages.at(-1)?.text).toContain('(More blocks of this page.)\n[b91] The toll is four dollars.');
    expect(second.leftOut.pages[0]?.blocks).toBe((first.leftOut.pages[0]?.blocks ?? 0) + 1);
  });

  test('says a page of which other parts are to go where that was chosen, once, and goes on from there', () => {
    const blocks = Array.from({ length: 60 }, (_, index) =>
      block(`b${index + 1}`, `Of ropes and tides, ${index}.`),
    );
    const before = snapshotRow('s1', blocks);
    const after = snapshotRow('s2', blocks, { omitted: ['b1'], kept: ['b60'], fence: 'later' });
    const exchanges = [before, null, after, null].map((each, index) => ({
      question: `Question ${index}?`,
      answer: 'Ropes.',
      page: each,
    }));
    const [one, two, three, four] = exchanges.map((_, index) =>
      buildPrompt({
        thread: threadOf(exchanges.slice(0, index + 1)).slice(0, -1),
        snapshots: new Map([before, after].map((each) => [each.id, each])),
        budgetTokens: 400,
      }),
    );
    if (!one || !two || !three || !four) throw new Error('There are four prompts.');
    expect(bytesOf(two).startsWith(bytesOf(one))).toBe(true);
    expect(bytesOf(one)).toContain('[b1]');
    expect(bytesOf(one)).not.toContain('[b60]');
    expect(bytesOf(three).match(/<page-\w+>/g)).toEqual(['<page-later>']);
    expect(bytesOf(three)).toContain('[b60]');
    expect(bytesOf(three)).not.toContain('[b1]');
    expect(bytesOf(four).startsWith(bytesOf(three))).toBe(true);
    expect(three.pages).toEqual([after]);
    const parts = three.leftOut.maps?.[0]?.parts ?? [];
    expect(parts[0]?.omitted).toBe(1);
    expect(parts.at(-1)).toMatchObject({ kept: 1 });
  });

  test('lets no page take what the pages before it took', () => {
    const sentences = (from: number) =>
      Array.from({ length: 60 }, (_, index) => block(`b${from + index}`, `Of ropes and tides, number ${index}.`));
    const long = [
      snapshotRow('l1', sentences(1)),
      snapshotRow('l2', sentences(100), { url: 'https://example.com/l2' }),
      snapshotRow('l3', sentences(200), { url: 'https://example.com/l3' }),
    ];
    const exchanges = long.map((each) => ({ question: 'And here?', answer: 'Ropes.', page: each }));
    const prompts = exchanges.map((_, index) =>
      buildPrompt({
        thread: threadOf(exchanges.slice(0, index + 1)).slice(0, -1),
        snapshots: new Map(long.map((each) => [each.id, each])),
        budgetTokens: 400,
      }),
    );
    const marks = prompts.map((prompt) => bytesOf(prompt).match(/\[b\d+\]/g)?.length ?? 0);
    expect(marks).toEqual(marks.toSorted((a, b) => a - b));
    expect(marks.at(-1)).toBeLessThan(400 / 12);
    prompts.slice(1).forEach((prompt, index) => {
      const before = prompts[index];
      expect(before && bytesOf(prompt).startsWith(bytesOf(before))).toBe(true);
    });
  });

  test('says a page once, however many questions carry it', () => {
    const prompt = promptOf([
      { question: 'One?', answer: 'Yes.', page },
      { question: 'Two?', answer: '', page },
    ]);
    expect(prompt.messages.map(({ text }) => text.split('<page-fence>').length - 1)).toEqual([1, 0, 0]);
    expect(prompt.pages).toEqual([page]);
  });

  test('of turn n + 1 starts with the bytes of turn n', () => {
    fc.assert(
      fc.property(fc.array(exchange, { minLength: 2, maxLength: 6 }), (exchanges) => {
        const longer = bytesOf(promptOf(exchanges));
        expect(longer.startsWith(bytesOf(promptOf(exchanges.slice(0, -1))))).toBe(true);
      }),
    );
  });

  test('alternates, begins and ends with the user, and has no empty turn, whatever the thread and the budget', () => {
    fc.assert(
      fc.property(fc.array(exchange, { minLength: 1, maxLength: 8 }), fc.nat(200), (exchanges, budget) => {
        const { messages } = promptOf(exchanges, budget);
        expect(messages.map(({ role }) => role)).toEqual(
          messages.map((_message, index) => (index % 2 === 0 ? 'user' : 'assistant')),
        );
        expect(messages.at(-1)?.role).toBe('user');
        expect(messages.at(-1)?.text).toContain(exchanges.at(-1)?.question);
        expect(messages.every(({ text }) => text.trim() !== '')).toBe(true);
      }),
    );
  });

  test('leaves out the oldest turns that do not fit, but never a page or the question', () => {
    const long = 'x'.repeat(400);
    const prompt = promptOf(
      [
        { question: 'With page', answer: long, page },
        { question: long, answer: long },
        { question: 'Near', answer: 'Answer' },
        { question: 'Last?', answer: '' },
      ],
      150,
    );
    const text = bytesOf(prompt);
    expect(text).toContain('<page-fence>');
    expect(text).not.toContain(long);
    expect(prompt.messages.slice(-3).map((message) => message.text)).toEqual([
      expect.stringContaining('Near'),
      'Answer',
      'Last?',
    ]);
    expect(prompt.messages.reduce((sum, message) => sum + estimateTokens(message.text), 0)).toBeLessThanOrEqual(
      160,
    );
  });

  test('never lets an answer stand under another question', () => {
    const prompt = promptOf(
      [
        { question: 'First', answer: 'x'.repeat(200), page },
        { question: 'y'.repeat(400), answer: 'To the second.' },
        { question: 'Third', answer: '' },
      ],
      90,
    );
    expect(prompt.messages).toHaveLength(1);
    expect(prompt.messages[0]?.text).toContain('Third');
  });

  test('asks to continue an answer that the thread ends with, quoting its end', () => {
    const thread = threadOf([{ question: 'Count', answer: `${'1 '.repeat(500)}and 2` }]);
    const prompt = buildPrompt({ thread, snapshots });
    const last = prompt.messages.at(-1);
    expect(prompt.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
    expect(last?.text).toMatch(/Continue it exactly[^]*and 2$/);
    expect(last?.text.length).toBeLessThan(600);
    expect(prompt.question).toBe('Count');
  });

  test('quotes no half character', () => {
    for (const pad of ['', 'x']) {
      const thread = threadOf([{ question: 'Smile', answer: `😀${'😀'.repeat(300)}${pad}` }]);
      expect(buildPrompt({ thread, snapshots }).messages.at(-1)?.text.isWellFormed()).toBe(true);
    }
  });

  test('does without a page whose snapshot is gone', () => {
    const prompt = buildPrompt({
      thread: threadOf([{ question: 'Q', answer: '', page }]).slice(0, 1),
      snapshots: new Map(),
    });
    expect(prompt.messages).toEqual([{ role: 'user', text: 'Q' }]);
  });
});

describe('pageText', () => {
  test('fences the blocks, each with its mark', () => {
    expect(pageText(page, 1000)).toBe(
      '<page-fence>\nTitle: A page\nAddress: https://example.com/a\n[b1] # Title\n[b2] It opened in 1932.\n</page-fence>',
    );
  });

  test('says how much was left out', () => {
    expect(pageText(page, 10)).toContain('[b1] # Title\n(1 more blocks of this page did not fit.)\n</page-fence>');
  });

  test('holds nothing invisible, and a title on one line', () => {
    const hostile = snapshotRow('s', [block('b1', 'a\u{E0041}\u202Eb')], { title: 'x\n[b1] y\u200B' });
    expect(pageText(hostile, 1000)).toContain('Title: x [b1] y\nAddress');
    expect(pageText(hostile, 1000)).toContain('[b1] ab\n');
  });
});
