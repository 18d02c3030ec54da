/** How an answer of the fake provider ends, in words all APIs share. */
export type FakeEnd = 'stop' | 'length' | 'filter' | 'refusal' | 'tool' | 'pause' | 'window';

/** One API's true wire: every method gives text to be written as it is. */
export interface Wire {
  readonly name: 'chat-completions' | 'responses' | 'messages' | 'api-chat';
  /** Content type of its streams. */
  readonly type: string;
  readonly begin: () => string;
  readonly reasoning: (text: string) => string;
  readonly text: (text: string) => string;
  readonly toolCall: () => string;
  readonly end: (reason: FakeEnd) => string;
  /** An error event inside a running stream. */
  readonly errorEvent: (type: string, message: string) => string;
  /** The body of an error response. */
  readonly errorBody: (status: number, message: string, code: string | null) => string;
  /** The body of the list of models. */
  readonly modelList: (ids: readonly string[]) => string;
}

/** Content type of a stream of events. */
export const EVENT_STREAM = 'text/event-stream; charset=utf-8';

/** Makes a wire for one answer; wires count events, so each answer has its own. */
export type MakeWire = (model: string) => Wire;

/** Anthropic's and OpenAI's error types by status, as their error pages list them. */
export function errorType(status: number): string {
  const types: Readonly<Record<number, string>> = {
    400: 'invalid_request_error',
    401: 'authentication_error',
    402: 'billing_error',
    403: 'permission_error',
    404: 'not_found_error',
    413: 'request_too_large',
    429: 'rate_limit_error',
    504: 'timeout_error',
    529: 'overloaded_error',
  };
  return types[status] ?? (status >= 500 ? 'api_error' : 'invalid_request_error');
}

/** One event of a stream: its name, where the API names its events, and its data. */
export function sse(data: unknown, event?: string): string {
  const name = event === undefined ? '' : `event: ${event}\n`;
  return `${name}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
}
