import { describe, expect, test } from 'vitest';
import { languageOf } from '../../../../lib/providers/built-in/languages';
import { isOutlineRequest } from '../../../../lib/providers/built-in/outline-request';
import { queryOf } from '../../../../lib/providers/built-in/query';
import { askingOf } from '../../../../lib/providers/built-in/question-words';
import { requestFor } from '../../../support/ask-reader';

const english = [languageOf('en')];

function weights(question: string, earlier: Parameters<typeof requestFor>[2] = []): Record<string, number> {
  const { terms } = queryOf(requestFor(question, null, earlier), english);
  return Object.fromEntries(terms.map(({ term, weight }) => [term, weight]));
}

describe('a question', () => {
  test('keeps what it is about and weighs what only asks or says little less', () => {
    expect(weights('How heavy is the millstone?')).toEqual({ weigh: 0.3, millston: 1 });
    const { make, bridg } = weights('Who made the bridge?');
    expect(make).toBeLessThan(1);
    expect(bridg).toBe(1);
  });

  test('weighs what it counts in full', () => {
    const { terms, counted } = queryOf(requestFor('How many people came?', null), english);
    expect(terms.find(({ term }) => term === counted)?.weight).toBe(1);
  });

  test('takes in the question before it where it leans on it, and less of it', () => {
    const earlier = [{ role: 'user', text: 'Where is the lighthouse?' }] as const;
    expect(weights('When was it built?', earlier)).toMatchObject({ build: 1, lighthous: 0.35 });
    expect(weights('Which granite quarries supplied stone?', earlier)).not.toHaveProperty('lighthous');
  });

  test('takes in a quoted selection, and less of it', () => {
    expect(weights('> terns nest here\n\nWhy a lead?')).toMatchObject({ tern: 0.3, nest: 0.3 });
  });

  test('knows which words a page may well lack', () => {
    const { terms } = queryOf(requestFor('How do I deploy the server?', null), english);
    const dispensable = Object.fromEntries(terms.map((term) => [term.word, term.dispensable]));
    expect(dispensable).toEqual({ deploy: true, server: false });
  });
});

test.each([
  ['When did it open?', 'date'],
  ['How many people came?', 'number'],
  ['How much does it cost?', 'money'],
  ['How long does it take?', 'duration'],
  ['Who built it?', 'person'],
  ['Warum ist es so?', 'reason'],
  ['Wie viele Dörfer?', 'number'],
  ['Was kostet der Eintritt?', 'money'],
  ['Quand a-t-il ouvert ?', 'date'],
  ['Combien de temps dure la visite ?', 'duration'],
  ['¿Dónde está?', 'place'],
  ['Quanto costa il biglietto?', 'money'],
  ['Hoeveel mensen?', 'number'],
  ['いつ開きましたか?', 'date'],
  ['多少钱?', 'money'],
  ['The bridge', null],
])('%s asks for a %s', (question, kind) => {
  expect(askingOf(question).kind).toBe(kind);
});

test.each([
  'Summarise this page',
  'summarize',
  'tl;dr',
  'What is this page about?',
  "What's this about?",
  'Give me the key points of this article',
  'Worum geht es auf dieser Seite?',
  'Bitte fasse den Artikel zusammen',
  'Résume cette page',
  '¿De qué trata este artículo?',
  'Do que trata esta página?',
  'Di cosa parla questa pagina?',
  'Waar gaat deze pagina over?',
  'このページの概要は?',
  '这篇文章讲什么?',
])('means the whole page: %s', (question) => {
  expect(isOutlineRequest(question)).toBe(true);
});

test.each([
  'When was the bridge built?',
  'Summarise the history of the bridge since 1932',
  'What is this flashing light on the dashboard?',
  'Wie lange dauert die Zusammenfassung der Ergebnisse?',
])('means one subject: %s', (question) => {
  expect(isOutlineRequest(question)).toBe(false);
});
