import { expect, test } from 'vitest';
import { thinksByName } from '../../../lib/domain/thinks-by-name';

test.each([
  ['gpt-5', true],
  ['gpt-10-large', true],
  ['o3-mini', true],
  ['openai/o3', true],
  ['gpt-4o', false],
  ['gpt-5-chat-latest', false],
  ['o1-preview', false],
])('%s', (model, thinks) => expect(thinksByName(model)).toBe(thinks));
