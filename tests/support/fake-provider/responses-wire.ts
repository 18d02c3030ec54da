import { makeChatCompletionsWire } from './chat-completions-wire.ts';
import { EVENT_STREAM, type FakeEnd, type MakeWire, sse } from './wire.ts';

/** The Responses API, after OpenAI's API reference, "Streaming events". */
export const makeResponsesWire: MakeWire = (model) => {
  let sequence = 0;
  let answer = '';
  const event = (type: string, fields: object): string =>
    sse({ type, sequence_number: sequence++, ...fields }, type);
  const response = (status: string, fields: object = {}): object => ({
    id: 'resp_fake',
    object: 'response',
    created_at: 1_700_000_000,
    status,
    error: null,
    incomplete_details: null,
    model,
    output: [],
    usage: null,
    ...fields,
  });
  const place = { item_id: 'msg_fake', output_index: 0, content_index: 0 };
  const usage = {
    input_tokens: 12,
    input_tokens_details: { cached_tokens: 4 },
    output_tokens: 34,
    output_tokens_details: { reasoning_tokens: 5 },
    total_tokens: 46,
  };

  function end(reason: FakeEnd): string {
    // Constructed: the API has no pause of its own, but may end incomplete for a reason that is new to us.
    if (reason === 'pause') return event('response.incomplete', { response: response('incomplete', { usage }) });
    const incomplete = reason === 'length' || reason === 'window' ? 'max_output_tokens' : 'content_filter';
    if (reason === 'length' || reason === 'window' || reason === 'filter') {
      const details = { incomplete_details: { reason: incomplete }, usage };
      return event('response.incomplete', { response: response('incomplete', details) });
    }
    const refusal = 'I can’t help with that.';
    const said =
      reason === 'refusal' ? { type: 'refusal', refusal } : { type: 'output_text', text: answer, annotations: [] };
    const message = { id: 'msg_fake', type: 'message', status: 'completed', role: 'assistant', content: [said] };
    return (
      (reason === 'refusal' ? event('response.refusal.delta', { ...place, delta: refusal }) : '') +
      event('response.output_item.done', { output_index: 0, item: message }) +
      event('response.completed', { response: response('completed', { output: [message], usage }) })
    );
  }

  return {
    ...makeChatCompletionsWire(model),
    name: 'responses',
    type: EVENT_STREAM,
    begin: () =>
      event('response.created', { response: response('in_progress') }) +
      event('response.in_progress', { response: response('in_progress') }) +
      event('response.output_item.added', {
        output_index: 0,
        item: { id: 'msg_fake', type: 'message', status: 'in_progress', role: 'assistant', content: [] },
      }) +
      event('response.content_part.added', { ...place, part: { type: 'output_text', text: '', annotations: [] } }),
    reasoning: (text) =>
      event('response.reasoning_summary_text.delta', {
        item_id: 'rs_fake',
        output_index: 0,
        summary_index: 0,
        delta: text,
      }),
    text: (text) => {
      answer += text;
      return event('response.output_text.delta', { ...place, delta: text, logprobs: [] });
    },
    toolCall: () =>
      event('response.output_item.added', {
        output_index: 1,
        item: { id: 'fc_fake', type: 'function_call', call_id: 'call_fake', name: 'search', arguments: '' },
      }) +
      event('response.function_call_arguments.done', {
        item_id: 'fc_fake',
        output_index: 1,
        name: 'search',
        arguments: '{"q":"x"}',
      }),
    end,
    errorEvent: (type, message) => event('error', { code: type, message, param: null }),
  };
};
