/** Anything a proxy may end a line with; JSON itself has no bare line end in it. */
const LINE_END = /\r\n|\n|\r/;

/**
 * The objects of a body of JSON lines, in whatever pieces it comes. What is no object (blank lines, a proxy's comments)
 * is passed over; a line that begins as one and cannot be read ends the stream with a SyntaxError.
 */
export async function* readJsonLines(
  body: ReadableStream<Uint8Array> | null,
): AsyncGenerator<unknown, void, void> {
  if (body === null) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let held = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      held += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = held.split(LINE_END);
      held = done ? '' : (lines.pop() ?? '');
      for (const line of lines) {
        const text = line.trim();
        if (text.startsWith('{')) yield JSON.parse(text) as unknown;
      }
      if (done) return;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
