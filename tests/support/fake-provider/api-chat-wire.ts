import type { FakeEnd, MakeWire } from './wire.ts';

const DONE_REASONS: Readonly<Record<FakeEnd, string>> = {
  stop: 'stop',
  length: 'length',
  filter: 'stop',
  refusal: 'stop',
  tool: 'stop',
  pause: 'stop',
  window: 'length',
};

/** Ollama's `POST /api/chat`, after its documentation, "Generate a chat completion": a JSON object on each line. */
export const makeApiChatWire: MakeWire = (model) => {
  const line = (fields: object): string =>
    `${JSON.stringify({ model, created_at: '2026-01-01T00:00:00.000000Z', ...fields })}\n`;
  const message = (fields: object): string =>
    line({ message: { role: 'assistant', content: '', ...fields }, done: false });
  return {
    name: 'api-chat',
    type: 'application/x-ndjson',
    begin: () => message({}),
    reasoning: (text) => message({ thinking: text }),
    text: (text) => message({ content: text }),
    toolCall: () => message({ tool_calls: [{ function: { name: 'search', arguments: { q: 'x' } } }] }),
    end: (reason) =>
      line({
        message: { role: 'assistant', content: '' },
        done_reason: DONE_REASONS[reason],
        done: true,
        total_duration: 4_883_583_458,
        load_duration: 1_334_875,
        prompt_eval_count: 12,
        prompt_eval_duration: 342_546_000,
        eval_count: 34,
        eval_duration: 4_535_599_000,
      }),
    errorEvent: (_type, text) => `${JSON.stringify({ error: text })}\n`,
    errorBody: (_status, text) => JSON.stringify({ error: text }),
    modelList: (ids) =>
      JSON.stringify({
        models: ids.map((id) => ({
          name: id,
          model: id,
          modified_at: '2026-01-01T00:00:00Z',
          size: 2_019_393_189,
          digest: 'a80c4f17acd5',
          details: { format: 'gguf', family: 'llama', parameter_size: '3.2B', quantization_level: 'Q4_K_M' },
        })),
      }),
  };
};

/** What a fake Ollama answers beside chats; null where the path is none of its own. */
export function ollamaAnswer(path: string, model: string): object | null {
  switch (path) {
    case '/api/version':
      return { version: '0.13.5' };
    case '/api/ps':
      return { models: [] };
    case '/api/show':
      return {
        details: { family: 'llama', parameter_size: '3.2B' },
        model_info: { 'general.architecture': 'llama', 'llama.context_length': 131_072 },
        capabilities: model.startsWith('embed') ? ['embedding'] : ['completion', 'tools', 'vision', 'thinking'],
      };
    default:
      return null;
  }
}
