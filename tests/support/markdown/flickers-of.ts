import { createMarkdownStream, type MarkdownDocument } from '../../../lib/markdown/markdown-stream';
import { flicker, pictureOf, type Picture } from './picture';

/**
 * Where a text flickers when it comes one character at a time. Any larger chunks show some of the same pictures: where
 * each is the beginning of the next, so is each of fewer.
 */
export function flickersOf(text: string): readonly string[] {
  const stream = createMarkdownStream();
  const found: string[] = [];
  let before: Picture = [];
  const see = ({ finished, tail }: MarkdownDocument, end: number) => {
    const picture = pictureOf([...finished, ...tail]);
    const broken = flicker(before, picture);
    if (broken !== null) found.push(`${broken} at ${JSON.stringify(text.slice(Math.max(0, end - 30), end))}`);
    before = picture;
  };
  for (let end = 1; end <= text.length; end++) see(stream.append(text[end - 1] ?? ''), end);
  see(stream.finish(), text.length);
  return found;
}
