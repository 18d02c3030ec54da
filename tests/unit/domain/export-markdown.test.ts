import { describe, expect, test } from 'vitest';
import { exportMarkdown } from '../../../lib/domain/export-markdown';
import type { PictureId } from '../../../lib/domain/ids';
import { answerRow, messageIdOf, questionRow, snapshotIdOf, withText } from '../../support/rows';

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

  test('holds its pictures, named where they stand and with their data at the end', () => {
    const picture = { id: 'i' as PictureId, messageId: messageIdOf('a'), width: 24, height: 16, data: 'QUJD' };
    const branch = [
      withText(
        answerRow('a', 'q'),
        'A ![cat](aside-picture:i/24x16), again ![cat](aside-picture:i/24x16), ![dog](aside-picture:gone/1x1).',
      ),
    ];
    expect(exportMarkdown('t', branch, [{ ...picture, mime: 'image/png' }])).toBe(
      '# t\n\n## Model\n\nA ![cat][picture-1], again ![cat][picture-1], [Picture: dog].\n\n' +
        '[picture-1]: data:image/png;base64,QUJD\n',
    );
  });
});
