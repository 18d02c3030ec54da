import type { ArchivedChat } from '../../../lib/domain/archive/archived-chat';
import { answerRow, chatIdOf, chatRow, questionRow, snapshotRow, textParts } from '../rows';

/** A chat of questions and answers in turn, the first with a page; ids begin with its name. */
export function smallChat(name: string, count = 2, updatedAt = 1000): ArchivedChat {
  const page = snapshotRow(`${name}-page`, []);
  const messages = Array.from({ length: count }, (_, index) => {
    const parent = index === 0 ? null : `${name}${index - 1}`;
    const asked = index === 0 ? { page: { snapshotId: page.id, title: page.title, url: page.url } } : {};
    const row =
      index % 2 === 0
        ? questionRow(`${name}${index}`, parent, asked)
        : answerRow(`${name}${index}`, parent ?? '', { finishedAt: 2000 });
    return { ...row, chatId: chatIdOf(name) };
  });
  return {
    chat: chatRow(name, { title: name, leafId: messages.at(-1)?.id ?? null, updatedAt }),
    messages,
    bodies: messages.map(({ id }) => ({ messageId: id, parts: textParts(`Text of ${id}`) })),
    feedback: [],
    pages: [page],
    pictures: [],
  };
}
