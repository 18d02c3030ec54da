import { describe, expect, test } from 'vitest';
import { normalizeBaseUrl } from '../../../lib/domain/provider-address';
import { firstChoice, PROVIDER_CHOICES } from '../../../lib/panel/provider-choices';

describe('the field "Provider"', () => {
  test('offers the three kinds first, then each known server by its name', () => {
    const names = PROVIDER_CHOICES.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['OpenAI', 'Anthropic', 'OpenAI-compatible']);
    expect(names).toContain('Ollama');
    expect(new Set(PROVIDER_CHOICES.map(({ id }) => id)).size).toBe(PROVIDER_CHOICES.length);
    expect(firstChoice().name).toBe('OpenAI');
  });

  test.each(PROVIDER_CHOICES.filter(({ baseUrl }) => baseUrl !== ''))(
    'knows where $name is, and where to get in',
    ({ kind, baseUrl, docs }) => {
      const own = baseUrl.replace('your-resource', 'lighthouse');
      expect(normalizeBaseUrl(kind, own)).toEqual({ ok: true, baseUrl: own });
      expect(docs).toMatch(/^https:/);
    },
  );

  test('takes no address with a gap that is left to the user', () => {
    const { baseUrl } = PROVIDER_CHOICES.find(({ id }) => id === 'azure') ?? firstChoice();
    expect(normalizeBaseUrl('openai-compatible', baseUrl)).toMatchObject({ ok: false });
  });
});
