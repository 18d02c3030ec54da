import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { PictureId } from '../../../../lib/domain/ids';
import type { Picture } from '../../../../lib/domain/pictures/picture';
import { chatPage, type ChatPage } from '../../../../lib/markdown/copy/chat-page';
import { answerRow, messageIdOf, questionRow, snapshotIdOf, withText } from '../../../support/rows';

const page = (more: Partial<ChatPage> = {}) =>
  chatPage({ title: 'Bridges', branch: [], pictures: [], unread: 0, ...more });
const parsed = (html: string) => parseHTML(html).document;
const picture = (id: string, messageId: string): Picture => ({
  id: id as PictureId,
  messageId: messageIdOf(messageId),
  mime: 'image/png',
  width: 2,
  height: 1,
  data: 'QUJD',
});

describe('a chat as a web page', () => {
  test('has the title, each question and each answer with its author', () => {
    const document = parsed(
      page({
        branch: [
          withText(
            questionRow('q', null, {
              page: { snapshotId: snapshotIdOf('s'), title: 'A page', url: 'https://example.com/' },
            }),
            '> quoted\n\nWhen?',
          ),
          withText(
            answerRow('a', 'q', { assistantName: 'GPT' }),
            'In **1932** [b12].\n\n| a | b |\n|---|---|\n| 1 | 2 |',
          ),
        ],
      }),
    );
    expect(document.querySelector('title')?.textContent).toBe('Bridges');
    expect([...document.querySelectorAll('h2')].map((h2) => h2.textContent)).toEqual(['You', 'GPT m']);
    expect(document.querySelector('.page a')?.getAttribute('href')).toBe('https://example.com/');
    expect(document.querySelector('.you blockquote')?.textContent).toBe('quoted');
    expect(document.querySelector('article strong')?.textContent).toBe('1932');
    expect(document.querySelectorAll('td')).toHaveLength(2);
  });

  test('holds pictures as data, an answer its own alone', () => {
    const text = '![cat](aside-picture:mine/2x1) ![dog](aside-picture:other/2x1)';
    const html = page({
      branch: [withText(answerRow('a', 'q'), text)],
      pictures: [picture('mine', 'a'), picture('other', 'b')],
    });
    const images = [...parsed(html).querySelectorAll('img')];
    expect(images.map((image) => [image.getAttribute('src'), image.getAttribute('alt')])).toEqual([
      ['data:image/png;base64,QUJD', 'cat'],
    ]);
    expect(html).toContain('dog');
  });

  test('says so where pictures could not be read', () => {
    expect(page({ unread: 2 })).toContain('2 pictures could not be read and are not in the file.');
  });

  const SCRIPTS = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style><svg onload=alert(1)>',
    '[x](javascript:alert(1))',
    '![x](https://example.com/spy.png)',
    '```html\n</code></pre><script>alert(1)</script>\n```',
    '<iframe src="https://example.com"></iframe>',
    '| <script>alert(1)</script> |\n|---|\n| <b onclick=alert(1)> |',
  ];

  test.each(SCRIPTS)('runs and fetches nothing, wherever %j stands', (words) => {
    const html = page({
      title: words,
      branch: [
        withText(
          questionRow('q', null, { page: { snapshotId: snapshotIdOf('s'), title: words, url: words } }),
          words,
        ),
        withText(
          answerRow('a', 'q', {
            assistantName: words,
            modelRef: { ...answerRow('a', 'q').modelRef, model: words } as never,
          }),
          words,
        ),
      ],
    });
    const document = parsed(html);
    expect(document.querySelectorAll('script, iframe, img, svg, link, object, base, form').length).toBe(0);
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^(on|style|src)/);
        if (name === 'href') expect(value).toMatch(/^(https?|mailto):/);
      }
    }
    expect(document.querySelector('h1')?.textContent).toContain(words.slice(0, 5));
  });
});
