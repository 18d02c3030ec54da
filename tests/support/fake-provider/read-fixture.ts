import { readFileSync } from 'node:fs';

/** A wire fixture's text, e.g. `messages/docs-basic.sse`. Its first line is an SSE comment that names its source. */
export function readFixture(file: string): string {
  return readFileSync(new URL(`../../fixtures/wire/${file}`, import.meta.url), 'utf8');
}
