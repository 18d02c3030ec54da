import { expect, test } from 'vitest';
import { readableThought, sealedLength } from '../../../lib/domain/thought-seal';

test.each([
  [{ kind: 'anthropic-thinking', thinking: 'Hm.', signature: 'abc' }, 'Hm.', 3],
  [{ kind: 'anthropic-redacted', data: 'abcd' }, '', 4],
  [{ kind: 'openai-reasoning', id: 'rs', summary: ['a', 'b'], encrypted: 'abcde' }, 'a\n\nb', 5],
] as const)('a sealed thought tells what can be read of it: %j', (seal, text, length) => {
  expect(readableThought(seal)).toBe(text);
  expect(sealedLength(seal)).toBe(length);
});
