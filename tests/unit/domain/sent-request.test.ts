import { describe, expect, test } from 'vitest';
import { promptFingerprint } from '../../../lib/domain/sent-request';

const prompt = { system: 'Be brief.', messages: [{ role: 'user', text: 'Why?' }] } as const;

describe('the fingerprint of a prompt', () => {
  test('is the same for the same texts and roles in the same order', () => {
    expect(promptFingerprint({ ...prompt, messages: [{ ...prompt.messages[0] }] })).toBe(
      promptFingerprint(prompt),
    );
  });

  test('changes with every text, every role and every border between texts', () => {
    const fingerprints = [
      prompt,
      { ...prompt, system: 'Be brief' },
      { ...prompt, messages: [{ role: 'assistant', text: 'Why?' }] as const },
      { ...prompt, messages: [{ role: 'user', text: 'Why' }] as const },
      { ...prompt, messages: [...prompt.messages, { role: 'assistant', text: '' }] as const },
    ].map(promptFingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
  });
});
