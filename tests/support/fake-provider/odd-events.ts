import { sse, type Wire } from './wire.ts';

/**
 * What real servers send beside the documented course of an answer, and no client may trip over. All constructed, in
 * each API's own form; where an API has no such thing, the nearest it has.
 */
export interface OddEvents {
  /** A delta of no characters. */
  readonly emptyDelta: string;
  /** A delta whose text is null. */
  readonly nullText: string;
  /** A chunk that only names the role, again. */
  readonly roleOnly: string;
  /** A chunk that carries no part of the answer at all. */
  readonly nothing: string;
  /** Words of another choice than the first (Chat Completions). Elsewhere a further part of the same answer. */
  readonly otherChoice: string;
  /** An event that no documentation names yet. */
  readonly unknown: string;
  /** A sign of life. */
  readonly ping: string;
  /** A proper end that says nothing of usage. */
  readonly endWithoutUsage: string;
  /** A terminator with none of the fields that belong to it. */
  readonly bareTerminator: string;
  /** The end of the text without the terminator: `[DONE]` alone, all but `response.completed`, no `message_stop`. */
  readonly endWithoutTerminator: string;
}

const base = { id: 'chatcmpl-fake', object: 'chat.completion.chunk', created: 1_700_000_000, model: 'odd' };
const chunk = (delta: object, finish: string | null = null, index = 0): string =>
  sse({ ...base, choices: [{ index, delta, finish_reason: finish }] });

const CHAT: OddEvents = {
  emptyDelta: chunk({ content: '' }) + chunk({}),
  nullText: chunk({ content: null }),
  roleOnly: chunk({ role: 'assistant' }),
  nothing: sse({ ...base, choices: [] }),
  otherChoice: chunk({ content: ' Nobody knows.' }, null, 1) + chunk({}, 'stop', 1),
  unknown: sse({ id: 'x', object: 'chat.completion.future', future: { words: 'Boo' } }) + sse('null'),
  ping: ': ping\n\n',
  endWithoutUsage: chunk({}, 'stop') + sse('[DONE]'),
  bareTerminator: sse({ choices: [{ finish_reason: 'stop' }] }),
  endWithoutTerminator: sse('[DONE]'),
};

const place = { item_id: 'msg_fake', output_index: 0, content_index: 0 };
const event = (type: string, fields: object): string => sse({ type, sequence_number: 90, ...fields }, type);

const RESPONSES: OddEvents = {
  emptyDelta: event('response.output_text.delta', { ...place, delta: '' }),
  nullText: event('response.output_text.delta', { ...place, delta: null }),
  roleOnly: event('response.output_item.added', {
    output_index: 0,
    item: { id: 'msg_fake', type: 'message', status: 'in_progress', role: 'assistant', content: [] },
  }),
  nothing: event('response.in_progress', { response: { id: 'resp_fake', status: 'in_progress', output: [] } }),
  otherChoice: event('response.output_text.delta', { ...place, content_index: 1, delta: ' Nobody knows.' }),
  unknown: event('response.future.delta', { delta: 'Boo' }),
  ping: event('keepalive', {}),
  endWithoutUsage: event('response.completed', { response: { id: 'resp_fake', status: 'completed', output: [] } }),
  bareTerminator: sse({ type: 'response.completed' }, 'response.completed'),
  endWithoutTerminator: event('response.output_text.done', { ...place, text: '' }),
};

const MESSAGES: OddEvents = {
  emptyDelta: event('content_block_delta', { index: 0, delta: { type: 'text_delta', text: '' } }),
  nullText: event('content_block_delta', { index: 0, delta: { type: 'text_delta', text: null } }),
  roleOnly: event('message_delta', { delta: { stop_reason: null, stop_sequence: null } }),
  nothing: event('content_block_delta', { index: 0, delta: { type: 'signature_delta', signature: 'c2ln' } }),
  otherChoice:
    event('content_block_start', { index: 1, content_block: { type: 'text', text: '' } }) +
    event('content_block_delta', { index: 1, delta: { type: 'text_delta', text: ' Nobody knows.' } }) +
    event('content_block_stop', { index: 1 }),
  unknown: event('future_event', { delta: { type: 'text_delta', text: 'Boo' } }),
  ping: event('ping', {}),
  endWithoutUsage:
    event('message_delta', { delta: { stop_reason: 'end_turn', stop_sequence: null } }) +
    event('message_stop', {}),
  bareTerminator: sse({ type: 'message_delta' }, 'message_delta') + sse({ type: 'message_stop' }, 'message_stop'),
  endWithoutTerminator: event('message_delta', { delta: { stop_reason: 'end_turn', stop_sequence: null } }),
};

const line = (fields: object): string => `${JSON.stringify({ model: 'odd', ...fields })}\n`;
const said = (content: string | null): string => line({ message: { role: 'assistant', content }, done: false });

const API_CHAT: OddEvents = {
  emptyDelta: said(''),
  nullText: said(null),
  roleOnly: line({ message: { role: 'assistant' }, done: false }),
  nothing: line({ done: false }),
  otherChoice: said(' Nobody knows.'),
  unknown: line({ future: { words: 'Boo' } }) + 'null\n',
  ping: '\n',
  endWithoutUsage: line({ message: { role: 'assistant', content: '' }, done_reason: 'stop', done: true }),
  bareTerminator: '{"done":true}\n',
  endWithoutTerminator: said(''),
};

/** The odd events of a wire. */
export function oddEventsOf(wire: Wire): OddEvents {
  switch (wire.name) {
    case 'chat-completions':
      return CHAT;
    case 'responses':
      return RESPONSES;
    case 'messages':
      return MESSAGES;
    case 'api-chat':
      return API_CHAT;
  }
}
