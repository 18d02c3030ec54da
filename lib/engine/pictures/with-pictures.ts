import type { MakeId, MessageId, PictureId } from '../../domain/ids';
import { base64Size, bytesOfBase64 } from '../../domain/pictures/base64';
import { inspectPicture, type Inspected } from '../../domain/pictures/inspect-picture';
import type { Picture, PictureProblem } from '../../domain/pictures/picture';
import { lostPictureReference, pictureReference } from '../../domain/pictures/picture-reference';
import type { RunEvent } from '../../domain/stream-event';
import { createPictureCutter, type Cut } from './cut-pictures';

/** What is needed to keep an answer's pictures. */
export interface PictureKeeping {
  readonly messageId: MessageId;
  readonly newId: MakeId;
  /** Stores one; it can be read when this resolves. */
  readonly keep: (picture: Picture) => Promise<void>;
  readonly now: () => number;
}

const MAX_BYTES = 20_000_000;
const MAX_PICTURES = 40;
/** As much of a picture's beginning, in base64, as its size is looked for in, and then once more. */
const HEADS = [80_000, 1_600_000];
/** While a picture comes this is told about as often, in ms: panels must not take it for silence. */
const TELL_MS = 1_000;

/**
 * Takes the data of pictures out of an answer's text, stores each and leaves a reference in its place, so that the text
 * stays short. What is not kept leaves a reference that says why.
 */
export async function* withPictures(
  events: AsyncIterable<RunEvent>,
  keeping: PictureKeeping,
): AsyncGenerator<RunEvent, void, void> {
  const cutter = createPictureCutter();
  let kept = 0;
  let toldAt = -Infinity;

  async function* give(cuts: readonly Cut[]): AsyncGenerator<RunEvent, void, void> {
    for (const cut of cuts) {
      if (cut.type === 'text') yield { type: 'text-delta', text: cut.text };
      else if (cut.type === 'coming') {
        if (keeping.now() - toldAt < TELL_MS) continue;
        toldAt = keeping.now();
        yield { type: 'phase', phase: 'receiving-picture' };
      } else yield { type: 'text-delta', text: inPlace(cut, await store(cut)) };
    }
  }

  /** Keeps a picture, and gives what stands for it. */
  async function store({ data, cut }: Extract<Cut, { type: 'picture' }>): Promise<string> {
    const lost = (problem: PictureProblem) => lostPictureReference(problem);
    if (cut) return lost('cut');
    if (data === null || base64Size(data) > MAX_BYTES) return lost('large');
    if (kept >= MAX_PICTURES) return lost('many');
    const inspected = inspect(data);
    if ('problem' in inspected) return lost(inspected.problem);
    const id = keeping.newId() as PictureId;
    const picture: Picture = { id, messageId: keeping.messageId, ...inspected, data };
    try {
      await keeping.keep(picture);
    } catch (reason) {
      console.warn('Aside: a picture was not stored.', reason);
      return lost('unstored');
    }
    kept += 1;
    return pictureReference(picture);
  }

  for await (const event of events) {
    if (event.type === 'text-delta') {
      yield* give(cutter.push(event.text));
      continue;
    }
    if (event.type === 'end' || event.type === 'error' || event.type === 'stop') yield* give(cutter.flush());
    yield event;
  }
}

function inspect(data: string): Inspected {
  let inspected: Inspected = { problem: 'broken' };
  for (const length of HEADS) {
    const head = /^[^=]*={0,2}$/.test(data.slice(-4)) ? bytesOfBase64(data, length) : null;
    inspected = head === null ? { problem: 'broken' } : inspectPicture(head);
    if (!('problem' in inspected) || inspected.problem !== 'broken' || length > data.length) break;
  }
  return inspected;
}

/** A reference as it has to stand in the text; what was cut off is closed. */
function inPlace({ place, cut }: Extract<Cut, { type: 'picture' }>, reference: string): string {
  if (place === 'bare') return `![](${reference})`;
  const closing = { address: ')', angled: '>)', definition: '' }[place];
  return cut ? reference + closing : reference;
}
