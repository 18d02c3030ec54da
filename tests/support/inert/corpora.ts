import dompurify from '../../fixtures/inert/dompurify/vectors.json';
import h5sc from '../../fixtures/inert/h5sc/vectors.json';
import type { Payload, PayloadGroup } from './payload.ts';
import { code, math, structure, tables } from './payloads/blocks.ts';
import { charts } from './payloads/charts.ts';
import { images } from './payloads/images.ts';
import { misleadingLinks, otherLinks, scriptLinks } from './payloads/links.ts';
import { pictures } from './payloads/pictures.ts';
import { autolinks, references, tags } from './payloads/markup.ts';
import { hidden, imitations, templates } from './payloads/words.ts';

/** Collections of others (tests/fixtures/inert/ has their licences). */
export const VENDORED: readonly PayloadGroup[] = [
  { group: 'DOMPurify', payloads: dompurify },
  { group: 'H5SC', payloads: h5sc },
];

/** Our own. */
export const OWN: readonly PayloadGroup[] = [
  ...[scriptLinks, otherLinks, misleadingLinks, images, tags, autolinks, references, code, tables, structure],
  ...[math, charts, pictures, hidden, templates, imitations],
];

/** Groups for charts, formulas, tables and pictures. */
export const RICH: readonly PayloadGroup[] = [charts, math, tables, images, pictures];

/** A payload with a number of its own and the canary's address filled in. */
export interface NumberedPayload extends Payload {
  readonly number: number;
  readonly group: string;
}

/** Every payload there is. `canary` is the host and port of the recording server. */
export function allPayloads(canary: string): readonly NumberedPayload[] {
  return [...VENDORED, ...OWN]
    .flatMap(({ group, payloads }) => payloads.map((payload) => ({ ...payload, group })))
    .map((payload, number) => ({ ...payload, number, text: payload.text.replaceAll('CANARY', canary) }));
}
