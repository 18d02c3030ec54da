import { describe, expect, test } from 'vitest';
import { compactParameters, resolveParameters } from '../../../lib/domain/model-parameters';

describe('the parameters of an answer', () => {
  test('are the chat’s, else the persona’s, else the model’s, else those of all chats', () => {
    const fallback = { temperature: 0.1, topP: 0.1, maxTokens: 1, effort: 'low' } as const;
    const model = { temperature: 0.2, topP: 0.2, maxTokens: 2 };
    const persona = { temperature: 0.3, topP: 0.3 };
    const chat = { temperature: 0 };
    expect(resolveParameters({ chat, persona, model, fallback })).toEqual({
      temperature: 0,
      topP: 0.3,
      maxTokens: 2,
      effort: 'low',
    });
    expect(resolveParameters({ persona: null, fallback })).toEqual(fallback);
    expect(resolveParameters({})).toEqual({});
  });

  test('have all instructions, the most general first', () => {
    const told = (instructions: string) => ({ instructions });
    expect(
      resolveParameters({ chat: told('C '), persona: told('P'), model: told(' '), fallback: told('F') }),
    ).toEqual({ instructions: 'F\n\nP\n\nC' });
  });

  test('are stored without what is empty', () => {
    expect(compactParameters({ instructions: ' ', stop: [], temperature: 0, thinkingTokens: 0 })).toEqual({
      temperature: 0,
      thinkingTokens: 0,
    });
    expect(compactParameters({ instructions: '', stop: [] })).toBeNull();
  });
});
