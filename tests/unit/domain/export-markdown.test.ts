import { describe, expect, test } from 'vitest';
import { exportMarkdown } from '../../../lib/domain/export-markdown';
import { answerRow, questionRow, snapshotIdOf, withText } from '../../support/rows';

const page = (title: string, url = 'https://example.com/a?b=(c)') => ({
  snapshotId: snapshotIdOf('s'),
  title,
  url,
});

describe('exportMarkdown', () => {
  test('writes questions with their page and answers with their author, without marks', () => {
    const branch = [
      withText(questionRow('q', null, { page: page('A page') }), 'When?'),
      withText(answerRow('a', 'q', { assistantName: 'GPT' }), 'In 1932 [b12].'),
      withText(questionRow('q2', 'a'), 'Sure?'),
      withText(answerRow('a2', 'q2', { assistantName: null }), ''),
    ];
    expect(exportMarkdown('Bridge', branch)).toBe(
      '# Bridge\n\n## You\n\nPage: [A page](<https://example.com/a?b=(c)>)\n\nWhen?\n\n## GPT\n\nIn 1932.\n\n' +
        '## You\n\nSure?\n\n## Assistant\n\n\n',
    );
  });

  test('has a heading even for a chat without title or messages', () => {
    expect(exportMarkdown('', [])).toBe('# Chat\n\n\n');
  });

  test('cannot be broken by a page title', () => {
    const branch = [withText(questionRow('q', null, { page: page('a] (b) [c\n# d') }), 'x')];
    expect(exportMarkdown('t', branch)).toContain('Page: [a\\] (b) \\[c # d](<https://example.com/a?b=(c)>)\n');
  });
});
