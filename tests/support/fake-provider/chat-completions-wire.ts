import { EVENT_STREAM, errorType, type FakeEnd, type MakeWire, sse } from './wire.ts';

const FINISH_REASONS: Readonly<Record<FakeEnd, string>> = {
  stop: 'stop',
  length: 'length',
  filter: 'content_filter',
  refusal: 'stop',
  tool: 'tool_calls',
  pause: 'stop',
  window: 'length',
};

/** Chat Completions, after OpenAI's API reference, "The chat completion chunk object". */
export const makeChatCompletionsWire: MakeWire = (model) => {
  const base = { id: 'chatcmpl-fake', object: 'chat.completion.chunk', created: 1_700_000_000, model };
  const chunk = (delta: object, finish: string | null = null): string =>
    sse({ ...base, choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }] });
  return {
    name: 'chat-completions',
    type: EVENT_STREAM,
    begin: () => chunk({ role: 'assistant', content: '', refusal: null }),
    reasoning: (text) => chunk({ reasoning_content: text }),
    text: (text) => chunk({ content: text }),
    toolCall: () =>
      chunk({
        tool_calls: [
          { index: 0, id: 'call_fake', type: 'function', function: { name: 'search', arguments: '{"q":"x"}' } },
        ],
      }),
    end: (reason) =>
      (reason === 'refusal' ? chunk({ refusal: 'I can’t help with that.' }) : '') +
      chunk({}, FINISH_REASONS[reason]) +
      sse({ ...base, choices: [], usage: { prompt_tokens: 12, completion_tokens: 34, total_tokens: 46 } }) +
      sse('[DONE]'),
    errorEvent: (type, message) => sse({ error: { message, type, param: null, code: type } }),
    errorBody: (status, message, code) =>
      JSON.stringify({ error: { message, type: errorType(status), param: null, code } }),
    modelList: (ids) =>
      JSON.stringify({
        object: 'list',
        data: ids.map((id) => ({ id, object: 'model', created: 1_700_000_000, owned_by: 'fake' })),
      }),
  };
};
