import { describe, expect, test } from 'vitest';
import { readOptions } from '../../../../scripts/start/options';

describe('the command line of npm start', () => {
  test('needs nothing', () => {
    expect(readOptions([])).toEqual({ browser: null, url: null, headless: false, question: null, help: false });
  });

  test('takes a browser, a page and a question in any order', () => {
    const options = readOptions(['When was it built?', '--browser', 'firefox', '--url=http://127.0.0.1:8080/a']);
    expect(options).toMatchObject({
      browser: 'firefox',
      url: 'http://127.0.0.1:8080/a',
      question: 'When was it built?',
    });
  });

  test('joins the words of a question without quotes', () => {
    expect(readOptions(['how', 'long', 'is', 'it?']).question).toBe('how long is it?');
  });

  test.each([
    [
      ['--browser', 'opera'],
      'There is no browser called opera here: choose from chromium, chrome, edge, firefox.',
    ],
    [['--brwser', 'x'], "Unknown option '--brwser'. See npm start -- --help."],
    [
      ['--url', 'example.org'],
      'example.org is not the address of a page: give it whole, such as https://example.org/.',
    ],
    [
      ['--url', 'javascript:alert(1)'],
      'javascript:alert(1) is not the address of a page: give it whole, such as https://example.org/.',
    ],
  ])('answers %j with one sentence', (args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence);
  });
});
