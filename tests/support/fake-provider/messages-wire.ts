import { EVENT_STREAM, errorType, type FakeEnd, type MakeWire, sse } from './wire.ts';

const STOP_REASONS: Readonly<Record<FakeEnd, string>> = {
  stop: 'end_turn',
  length: 'max_tokens',
  filter: 'refusal',
  refusal: 'refusal',
  tool: 'tool_use',
  pause: 'pause_turn',
  window: 'model_context_window_exceeded',
};

/** Anthropic's Messages API, after its documentation, "Streaming Messages". */
export const makeMessagesWire: MakeWire = (model) => {
  let index = -1;
  let open: 'text' | 'thinking' | null = null;
  const event = (type: string, fields: object): string => sse({ type, ...fields }, type);
  const close = (): string => (open === null ? '' : event('content_block_stop', { index }));

  /** Content comes in blocks, one kind each: starts the right one if another is open. */
  function block(kind: 'text' | 'thinking'): string {
    if (open === kind) return '';
    const before = close();
    open = kind;
    index++;
    const empty = kind === 'text' ? { type: 'text', text: '' } : { type: 'thinking', thinking: '', signature: '' };
    return before + event('content_block_start', { index, content_block: empty });
  }

  function toolCall(): string {
    const before = close();
    open = null;
    index++;
    const tool = { type: 'tool_use', id: 'toolu_fake', name: 'search', input: {} };
    return (
      before +
      event('content_block_start', { index, content_block: tool }) +
      event('content_block_delta', { index, delta: { type: 'input_json_delta', partial_json: '{"q":"x"}' } }) +
      event('content_block_stop', { index })
    );
  }

  return {
    name: 'messages',
    type: EVENT_STREAM,
    begin: () =>
      event('message_start', {
        message: {
          id: 'msg_fake',
          type: 'message',
          role: 'assistant',
          content: [],
          model,
          stop_reason: null,
          stop_sequence: null,
          usage: { input_tokens: 8, cache_creation_input_tokens: 0, cache_read_input_tokens: 4, output_tokens: 1 },
        },
      }) + event('ping', {}),
    reasoning: (text) =>
      block('thinking') +
      event('content_block_delta', { index, delta: { type: 'thinking_delta', thinking: text } }),
    text: (text) => block('text') + event('content_block_delta', { index, delta: { type: 'text_delta', text } }),
    toolCall,
    end: (reason) => {
      const before = close();
      open = null;
      const delta = { stop_reason: STOP_REASONS[reason], stop_sequence: null };
      return before + event('message_delta', { delta, usage: { output_tokens: 34 } }) + event('message_stop', {});
    },
    errorEvent: (type, message) => event('error', { error: { type, message } }),
    errorBody: (status, message) =>
      JSON.stringify({ type: 'error', error: { type: errorType(status), message }, request_id: 'req_fake' }),
    modelList: (ids) =>
      JSON.stringify({
        data: ids.map((id) => ({ type: 'model', id, display_name: id, created_at: '2026-01-01T00:00:00Z' })),
        has_more: false,
        first_id: ids[0] ?? null,
        last_id: ids.at(-1) ?? null,
      }),
  };
};
