import { describe, expect, test } from 'vitest';
import { readModelList } from '../../../lib/providers/read-model-list';

/** One entry each, with the fields that the service's documentation names; the values are constructed. */
const LISTS: readonly (readonly [string, unknown, unknown])[] = [
  [
    'OpenAI',
    { object: 'list', data: [{ id: 'gpt-6', object: 'model', created: 1_790_000_000 }] },
    { id: 'gpt-6', createdAt: 1_790_000_000_000 },
  ],
  [
    'Anthropic',
    {
      data: [
        {
          type: 'model',
          id: 'claude-opus-4-8',
          display_name: 'Claude Opus 4.8',
          lifecycle: 'active',
          created_at: '2026-05-01T00:00:00Z',
          max_input_tokens: 1_000_000,
          max_tokens: 128_000,
          capabilities: {
            image_input: { supported: true },
            thinking: {
              supported: true,
              types: { adaptive: { supported: true }, disabled: { supported: false } },
            },
            effort: { supported: true, low: { supported: true }, max: { supported: true } },
          },
        },
      ],
      has_more: false,
    },
    {
      id: 'claude-opus-4-8',
      name: 'Claude Opus 4.8',
      contextTokens: 1_000_000,
      seesImages: true,
      reasons: true,
      maxOutputTokens: 128_000,
      adaptive: true,
      efforts: ['low', 'max'],
      createdAt: Date.UTC(2026, 4, 1),
    },
  ],
  [
    'OpenRouter',
    {
      data: [
        {
          id: 'a/b',
          name: 'A: B',
          context_length: 200_000,
          architecture: { input_modalities: ['text', 'image'], output_modalities: ['text'] },
          supported_parameters: ['temperature', 'reasoning'],
          pricing: { prompt: '0.000003', completion: '0.000015', input_cache_read: '0.0000003', image: '0.004' },
        },
      ],
    },
    {
      id: 'a/b',
      name: 'A: B',
      contextTokens: 200_000,
      seesImages: true,
      reasons: true,
      price: { input: 3, output: 15, cacheRead: 0.3 },
      refuses: ['topP', 'maxTokens', 'stop'],
    },
  ],
  [
    'Mistral',
    {
      data: [
        {
          id: 'old-large',
          max_context_length: 128_000,
          capabilities: { completion_chat: true, vision: false },
          deprecation: '2026-01-01T00:00:00Z',
          deprecation_replacement_model: 'new-large',
        },
      ],
    },
    { id: 'old-large', contextTokens: 128_000, seesImages: false, retired: true, successor: 'new-large' },
  ],
  [
    'Groq',
    { data: [{ id: 'x', active: false, context_window: 131_072 }] },
    { id: 'x', contextTokens: 131_072, retired: true },
  ],
  [
    'Together',
    [{ id: 'a/B', type: 'chat', display_name: 'B', context_length: 4096, pricing: { input: 0.2, output: 0.6 } }],
    { id: 'a/B', name: 'B', contextTokens: 4096, price: { input: 0.2, output: 0.6 } },
  ],
  [
    'Fireworks',
    { data: [{ id: 'f', supports_chat: true, supports_image_input: true, context_length: 9000 }] },
    { id: 'f', seesImages: true, contextTokens: 9000 },
  ],
  [
    'GitHub',
    [{ id: 'o/g', name: 'G', supported_input_modalities: ['text'], limits: { max_input_tokens: 8000 } }],
    { id: 'o/g', name: 'G', seesImages: false, contextTokens: 8000 },
  ],
  ['vLLM', { data: [{ id: 'v', max_model_len: 32_768 }] }, { id: 'v', contextTokens: 32_768 }],
];

describe('the list of models', () => {
  test.each(LISTS)('of %s', (_service, list, facts) => {
    expect(readModelList(list)).toEqual([facts]);
  });

  test('leaves out what does not answer in words, and what stands twice', () => {
    const list = [
      { id: 'e', type: 'embedding' },
      { id: 'i', architecture: { output_modalities: ['image'] } },
      { id: 'n', capabilities: { completion_chat: false } },
      { id: 'ok' },
      { id: 'ok' },
    ];
    expect(readModelList(list)).toEqual([{ id: 'ok' }]);
  });

  test('passes over what is no model, and prices that depend', () => {
    const auto = { id: 'auto', pricing: { prompt: '-1', completion: '-1' } };
    expect(readModelList({ data: [null, 7, {}, { id: 3 }, auto] })).toEqual([{ id: 'auto' }]);
    for (const odd of [null, 'x', {}, { data: 'x' }]) expect(readModelList(odd)).toEqual([]);
  });
});
