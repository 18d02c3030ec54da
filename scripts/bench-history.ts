/**
 * Measures a large history in the built extension, its search and what it costs everything else:
 * `npm run bench:history -- [search|scale] [--runs 9]`
 */
import { parseArgs } from 'node:util';
import { measureScale } from './bench-history/scale-part.ts';
import { measureSearch } from './bench-history/search-part.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    chats: { type: 'string' },
    messages: { type: 'string' },
    length: { type: 'string' },
    runs: { type: 'string', default: '9' },
  },
});
const is = (part: string) => positionals.length === 0 || positionals.includes(part);
const given = (text: string | undefined, otherwise: number) => (text === undefined ? otherwise : Number(text));

if (is('search')) {
  await measureSearch({
    chats: given(values.chats, 5_000),
    messages: given(values.messages, 100_000),
    answerLength: given(values.length, 2_200),
    seed: 5,
  });
}
if (is('scale')) {
  await measureScale({
    large: {
      chats: given(values.chats, 10_000),
      messages: given(values.messages, 200_000),
      answerLength: given(values.length, 600),
      seed: 6,
    },
    runs: Number(values.runs),
  });
}
