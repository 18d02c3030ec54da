import { ImportFailure } from './import-failure';
import { plural } from '../words/plural';

/**
 * The lines of UTF-8 bytes, without their line breaks and without empty ones. Fails on bytes that are no UTF-8 and on a
 * line of more than `longest` UTF-16 units.
 */
export async function* readLines(
  bytes: ReadableStream<Uint8Array>,
  name: string,
  longest: number,
): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let kept: string[] = [];
  let keptLength = 0;

  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (reason) {
      throw new ImportFailure(`${name} is not written in UTF-8.`, { cause: reason });
    }
  };

  function* cut(text: string): Iterable<string> {
    let from = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      kept.push(text.slice(from, at));
      const line = kept.join('').trim();
      kept = [];
      keptLength = 0;
      from = at + 1;
      if (line !== '') yield line;
    }
    keptLength += text.length - from;
    if (keptLength > longest) {
      throw new ImportFailure(
        plural(
          longest,
          ['{0} has a line of more than one character.', '{0} has a line of more than # characters.'],
          [name],
        ),
      );
    }
    kept.push(text.slice(from));
  }

  const reader = bytes.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield* cut(decode(value));
    }
  } finally {
    // Whatever is left need not be unpacked.
    await reader.cancel().catch(() => undefined);
  }
  yield* cut(`${decode()}\n`);
}
