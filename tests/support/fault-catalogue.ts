import { BEGUN, PLAIN, UNICODE } from './fake-provider/texts.ts';
import {
  HALF,
  SETTINGS,
  AGAIN,
  PANEL,
  SILENT,
  TOO_LONG,
  TOOL,
  WORDLESS,
  REFUSAL,
  whole,
  refused,
  broken,
  neverBegan,
  unreachable,
  notAChat,
  redirected,
  ownProblem,
  limited,
  failed,
  interrupted,
  ended,
  fault,
  type Fault,
} from './fault-outcomes.ts';

const OWN_PROBLEM = 'had a problem of its own.';

const STATUSES: readonly Fault[] = [
  fault('400', 'error-400', failed('bad-request', 'did not accept the request (400)', SETTINGS), PANEL),
  fault(
    '400 for too long a question',
    'too-long',
    failed('context-length', 'more text than the model can take in (400)', 'New chat'),
    PANEL,
  ),
  fault('401', 'error-401', failed('unauthorized', 'did not accept the API key (401)', SETTINGS), PANEL),
  fault('402', 'error-402', failed('payment-required', 'has no credit left (402)', AGAIN), PANEL),
  fault('403', 'error-403', failed('forbidden', 'does not allow this request (403)', SETTINGS)),
  fault('404', 'error-404', failed('not-found', 'does not know this model or this address (404)', SETTINGS)),
  fault('408', 'error-408', failed('timeout', 'took too long over the request (408)', AGAIN)),
  fault('409', 'error-409', ownProblem(409)),
  fault('413', 'error-413', failed('context-length', 'more text than the model can take in (413)', 'New chat')),
  fault('422', 'error-422', failed('bad-request', 'did not accept the request (422)', SETTINGS)),
  fault('429 without Retry-After', 'error-429', limited('Wait a little')),
  fault('429 with seconds', 'error-429-seconds', limited('It asks to wait 7 seconds.')),
  fault('429 with a date', 'error-429-date', limited('It asks to wait')),
  fault('429 with an absurd wait', 'error-429-absurd', limited('It asks to wait 7 days.'), PANEL),
  fault(
    '429 for a spent quota',
    'error-429-quota',
    failed('payment-required', 'has no credit left (429)', AGAIN),
    {
      own: { anthropic: null, ollama: null },
    },
  ),
  fault('500', 'error-500', ownProblem(500)),
  fault('500 with a page', 'error-500-html', ownProblem(500)),
  fault('500 with nothing', 'error-500-nothing', ownProblem(500)),
  fault('500 without end', 'error-500-endless', ownProblem(500)),
  fault('502', 'error-502', ownProblem(502)),
  fault('503', 'error-503', failed('overloaded', 'is overloaded (503)', AGAIN)),
  fault('504', 'error-504', ownProblem(504)),
  fault('529', 'error-529', failed('overloaded', 'is overloaded (529)', AGAIN), PANEL),
];

const NO_STREAM: readonly Fault[] = [
  fault('HTML on 200', 'html-200', notAChat, PANEL),
  fault('HTML that calls itself a stream', 'html-as-stream', notAChat, PANEL),
  fault('HTML without a type', 'no-type-html', notAChat),
  fault('JSON on 200', 'json-200', notAChat, PANEL),
  fault('a JSON error on 200', 'json-error-200', failed('payment-required', 'has no credit left.', AGAIN), {
    own: { ollama: failed('server-error', OWN_PROBLEM, AGAIN, '“Insufficient credits.”') },
  }),
  fault('nothing on 200', 'nothing-200', neverBegan, PANEL),
  fault('204', 'no-content', notAChat),
  ...[301, 302, 307, 308].map((status) =>
    fault(`redirect ${status}`, `redirect-${status}`, redirected, status === 302 || status === 307 ? PANEL : {}),
  ),
];

const NO_CONNECTION: readonly Fault[] = [
  fault('no server', 'plain', unreachable, { at: 'nobody' }),
  fault('a name that does not exist', 'plain', unreachable, { at: 'no-such-name' }),
  fault('a certificate that nobody signed', 'plain', unreachable, { at: 'self-signed' }),
  fault('https to a server without TLS', 'plain', unreachable, { at: 'plain-http' }),
  fault('a server that speaks no HTTP', 'plain', unreachable, { at: 'not-http' }),
  fault('a reset before the headers', 'reset-at-once', unreachable),
  fault('headers that never come', 'stall-headers', failed('timeout', SILENT, AGAIN), {
    isSilent: true,
    inPanel: true,
  }),
  fault('a stall before the first token', 'stall-early', failed('timeout', SILENT, AGAIN), { isSilent: true }),
  fault('a stall after the first token', 'stall', interrupted('timeout', SILENT, HALF), {
    isSilent: true,
    inPanel: true,
  }),
];

const BROKEN: readonly Fault[] = [
  fault('a reset before the first token', 'reset-early', neverBegan),
  fault('a reset in mid-stream', 'reset', broken(HALF), PANEL),
  fault('less than Content-Length says', 'short', broken(HALF)),
  fault('an end before the first token', 'cut-early', neverBegan, PANEL),
  fault('an end without terminator', 'cut', broken(HALF), PANEL),
  fault('an end inside an event', 'cut-in-event', broken(HALF)),
  fault('all but the terminator', 'cut-before-terminator', broken(HALF), PANEL),
  fault('an end in mid-thought', 'think-cut', neverBegan, PANEL),
  fault('an end after white space', 'blank-cut', { ...neverBegan, text: '\n\n' }),
  fault('malformed JSON', 'malformed-json', broken('The lighthouse'), PANEL),
  fault('an error event first', 'error-first', failed('overloaded', 'is overloaded.', AGAIN, '“Overloaded”'), {
    own: { ollama: failed('server-error', OWN_PROBLEM, AGAIN, '“Overloaded”') },
  }),
  fault(
    'an overload in mid-stream',
    'error-in-stream',
    interrupted('overloaded', 'is overloaded.', BEGUN[0], '“Overloaded”'),
    { inPanel: true, own: { ollama: interrupted('server-error', OWN_PROBLEM, BEGUN[0], '“Overloaded”') } },
  ),
  fault('an error event without a name', 'unnamed-error', interrupted('overloaded', 'is overloaded.', HALF), {
    own: { anthropic: broken(HALF), ollama: null },
  }),
  fault(
    'a server error in mid-stream',
    'server-error-in-stream',
    interrupted('server-error', 'had a problem of its own.', HALF, '“The server had an error.”'),
  ),
  fault(
    'a rate limit in mid-stream',
    'rate-limit-in-stream',
    interrupted('rate-limited', 'limiting how often you may ask.', HALF, '“Slow down.”'),
    { own: { ollama: null } },
  ),
  fault(
    'a spent credit in mid-stream',
    'quota-in-stream',
    { ...failed('payment-required', 'has no credit left.', AGAIN, '“Your credit is used up.”'), text: HALF },
    { inPanel: true, own: { ollama: null } },
  ),
];

const BEARABLE: readonly Fault[] = [
  ...[
    ['comments', 'comments'],
    ['pings', 'pings'],
    ['unknown events', 'unknown-events'],
    ['empty deltas', 'empty-deltas'],
    ['a text of null', 'null-text'],
    ['a role-only chunk', 'role-only'],
    ['a chunk without choices', 'no-choices'],
    ['fields for reconnecting', 'stream-fields'],
    ['an error after the end', 'after-the-end'],
    ['no usage', 'no-usage'],
    ['a bare terminator', 'bare-terminator'],
    ['no content type', 'no-type'],
    ['a byte order mark', 'byte-order-mark'],
    ['CRLF split in two', 'split-line-ends'],
    ['CR alone', 'carriage-returns'],
  ].map(([name = '', scenario = '']) =>
    fault(name, scenario, whole(PLAIN), name === 'a text of null' ? PANEL : {}),
  ),
  fault('several choices', 'several-choices', whole(PLAIN), {
    own: {
      openai: whole(`${PLAIN} Nobody knows.`),
      anthropic: whole(`${PLAIN} Nobody knows.`),
      ollama: whole(`${PLAIN} Nobody knows.`),
    },
  }),
  fault('one byte at a time', 'byte-by-byte', whole(UNICODE), PANEL),
  fault('characters split in two', 'split-characters', whole(UNICODE), PANEL),
  fault('a line of 1 MB', 'big-line', whole('x'.repeat(1_000_000))),
];

const ENDS: readonly Fault[] = [
  fault('the length limit', 'length', ended('length', 'The lighthouse was built', TOO_LONG, 'Continue'), PANEL),
  fault('the length limit in mid-thought', 'length-thinking', ended('length', '', TOO_LONG, AGAIN)),
  fault('a full context window', 'window', ended('length', 'The lighthouse was built', TOO_LONG, 'Continue'), {
    inPanel: true,
    own: {
      anthropic: ended('length', 'The lighthouse was built', 'The chat has filled all the text', 'New chat'),
    },
  }),
  fault(
    'a content filter',
    'filter',
    ended('filtered', 'The lighthouse', 'The provider held the rest of this answer back.', 'Regenerate'),
    { inPanel: true, own: { anthropic: refused('The lighthouse'), ollama: null } },
  ),
  fault('a refusal', 'refusal', refused(REFUSAL), {
    inPanel: true,
    own: { anthropic: refused(''), ollama: null },
  }),
  fault('a refusal after some words', 'late-refusal', refused(`Well. ${REFUSAL}`), {
    own: { anthropic: refused('Well. '), ollama: null },
  }),
  fault('a tool call nobody asked for', 'tool-call', ended('complete', 'Let me look that up.', TOOL), PANEL),
  fault('a tool call and no word', 'tool-only', ended('complete', '', TOOL), PANEL),
  fault('a pause', 'pause', interrupted(null, 'The model paused.', 'The lighthouse was'), {
    inPanel: true,
    own: { 'openai-compatible': null, ollama: null },
  }),
  fault('a pause before the first word', 'pause-early', ended('interrupted', '', 'The model paused.', AGAIN), {
    own: { 'openai-compatible': null, ollama: null },
  }),
  fault('an end without a word', 'empty', failed('empty-answer', WORDLESS, AGAIN), PANEL),
  fault('an end after white space', 'blank', { ...failed('empty-answer', WORDLESS, AGAIN), text: '\n\n' }),
  fault('an end after thinking alone', 'think-only', failed('empty-answer', WORDLESS, AGAIN)),
];

/** Every fault that a provider and the way to it can throw, and what must be seen of each. */
export const FAULTS: readonly Fault[] = [
  ...STATUSES,
  ...NO_STREAM,
  ...NO_CONNECTION,
  ...BROKEN,
  ...BEARABLE,
  ...ENDS,
];
