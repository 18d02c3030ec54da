import type { ReasoningPart } from './content';
import { said } from '../words/said';

/** Names a stretch of thinking that is over: "Thought for 12 s"; "Thoughts" where its time is not known. */
export function describeThinking({ startedAt, endedAt }: ReasoningPart): string {
  if (startedAt === undefined || endedAt === undefined) return 'Thoughts';
  const seconds = Math.round((endedAt - startedAt) / 1_000);
  return seconds < 1 ? 'Thought for a moment' : `Thought for ${describeSeconds(seconds)}`;
}

/** "12 s", "2 min", "2 min 5 s". */
export function describeSeconds(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const rest = Math.floor(seconds % 60);
  if (minutes === 0) return said(`${rest} s`);
  return rest === 0 ? said(`${minutes} min`) : said(`${minutes} min ${rest} s`);
}
