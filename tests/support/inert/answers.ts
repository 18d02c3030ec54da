import { parseMarkdown } from '../../../lib/markdown/parse-markdown';
import { plainText } from '../../../lib/markdown/plain-text';
import type { NumberedPayload } from './corpora.ts';
import { EMBEDDINGS, type EmbeddingName } from './embeddings.ts';

/** A payload in one place. */
export interface Trial {
  readonly payload: NumberedPayload;
  readonly place: EmbeddingName;
}

/** A long answer with many trials in it. */
export interface HostileAnswer {
  readonly text: string;
  /** Stand as paragraphs of their own, one before each trial and one at the end: seen, the answer is all there. */
  readonly markers: readonly string[];
}

/** What marks a trial: a paragraph of this text stands before it. */
export function markerOf({ payload, place }: Trial): string {
  return `inert ${payload.number} ${place}`;
}

const END = 'inert end';

/**
 * Packs trials into answers of about `size` characters. What would swallow its followers (a fence without an end) comes
 * last, one in an answer, so that every other trial is read as it was meant.
 */
export function packAnswers(trials: readonly Trial[], size: number): readonly HostileAnswer[] {
  const packs: Trial[][] = [];
  const runaways: Trial[] = [];
  let length = Infinity;
  for (const trial of trials) {
    if (!isContained(trial)) {
      runaways.push(trial);
      continue;
    }
    const add = pieceOf(trial).length;
    if (length + add > size) {
      packs.push([]);
      length = 0;
    }
    packs.at(-1)?.push(trial);
    length += add;
  }
  while (packs.length < runaways.length) packs.push([]);
  return packs.map((pack, index) => toAnswer(pack, runaways[index]));
}

function toAnswer(contained: readonly Trial[], runaway: Trial | undefined): HostileAnswer {
  const pieces = [...contained.map(pieceOf), END, ...(runaway === undefined ? [] : [pieceOf(runaway)])];
  const markers = [...contained.map(markerOf), END, ...(runaway === undefined ? [] : [markerOf(runaway)])];
  return { text: pieces.join('\n\n'), markers };
}

function pieceOf(trial: Trial): string {
  return `${markerOf(trial)}\n\n${EMBEDDINGS[trial.place](trial.payload)}`;
}

/** Whether what follows a trial is read as if it stood alone. */
function isContained(trial: Trial): boolean {
  const blocks = parseMarkdown(`${pieceOf(trial)}\n\n${END}\n`);
  return [markerOf(trial), END].every((marker) =>
    blocks.some((block) => block.type === 'paragraph' && plainText([block]) === marker),
  );
}
