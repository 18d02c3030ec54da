import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultActions, fillTemplate, needsSelection } from '../../../lib/domain/prompt-actions';

const VALUES = { selection: 'one\ntwo', title: 'A page', url: 'https://example.com/' };

describe('a template', () => {
  test('takes the selection as a quotation on lines of its own', () => {
    expect(fillTemplate('Explain:\n\n{selection}', VALUES).text).toBe('Explain:\n\n> one\n> two');
    expect(fillTemplate('Explain {selection} in French', VALUES).text).toBe(
      'Explain \n\n> one\n> two\n\n in French',
    );
    expect(fillTemplate('{selection}', VALUES).text).toBe('> one\n> two');
  });

  test('names the page, and asks for its text without words of its own', () => {
    expect(fillTemplate('“{title}” at {url}? {page}', VALUES)).toEqual({
      text: '“A page” at https://example.com/?',
      withPage: true,
    });
    expect(fillTemplate('Why?', VALUES)).toEqual({ text: 'Why?', withPage: false });
  });

  test('takes nothing in a selection for a place, whatever stands there', () => {
    fc.assert(
      fc.property(fc.constantFrom('{page}', '{url}', '{title}', '{selection}', '$&', '$1'), (word) => {
        const { text, withPage } = fillTemplate('See {selection}', { ...VALUES, selection: `a ${word} b` });
        return text.endsWith(`> a ${word} b`) && !withPage;
      }),
    );
  });
});

describe('the actions of a new installation', () => {
  test('speak the user’s language, have ids of their own, and tell what needs a selection', () => {
    const actions = defaultActions('Deutsch');
    expect(actions.map(({ title }) => title)).toContain('Translate to Deutsch');
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
    expect(actions.filter((action) => !needsSelection(action)).map(({ id }) => id)).toEqual(['summarize-page']);
  });
});
