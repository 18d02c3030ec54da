import { describe, expect, test } from 'vitest';
import { PROVIDER_CHOICES } from '../../../lib/panel/provider-choices';
import { recogniseKey } from '../../../lib/panel/recognise-key';

const LONG = 'A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8';

const KEYS: Readonly<Record<string, readonly string[]>> = {
  openai: [`sk-proj-${LONG}_-x`, `sk-svcacct-${LONG}`, `sk-${'a'.repeat(20)}T3BlbkFJ${'b'.repeat(20)}`],
  anthropic: [`sk-ant-api03-${LONG}-AA`],
  openrouter: [`sk-or-v1-${LONG}`],
  gemini: [`AIza${LONG}`],
  deepseek: [`sk-${'0123456789abcdef'.repeat(2)}`],
  groq: [`gsk_${LONG}`],
  xai: [`xai-${LONG}`],
  together: [`tgp_v1_${LONG}`],
  fireworks: [`fw_${LONG}`],
  perplexity: [`pplx-${LONG}`],
  cerebras: [`csk-${LONG}`],
  'github-models': [`github_pat_${LONG}`, `ghp_${LONG}`],
};

describe('recogniseKey', () => {
  test.each(Object.entries(KEYS).flatMap(([id, keys]) => keys.map((key) => [id, key] as const)))(
    'knows a key of %s: %s',
    (id, key) => {
      expect(recogniseKey(` ${key}\n`)?.id).toBe(id);
    },
  );

  test('covers every service that says what its keys look like', () => {
    const known = PROVIDER_CHOICES.filter(({ keyForm }) => keyForm !== null).map(({ id }) => id);
    expect(Object.keys(KEYS).toSorted()).toEqual(known.toSorted());
  });

  test.each(['', 'sk-', 'sk-1234', `sk-${LONG}`, 'AIza', 'gsk_', LONG, 'my key is gsk_x', 'sk-ant-'])(
    'claims nothing of %j',
    (typed) => {
      expect(recogniseKey(typed)).toBeNull();
    },
  );
});
