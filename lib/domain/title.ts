import type { AttachedPart } from './attachments/attached';
import { nameOf } from './attachments/picture-part';

const MAX_LENGTH = 60;

/** A chat's title from its first question: its first line that is no quotation, cut at a word; without words what goes with it. */
export function titleFrom(question: string, attached: readonly AttachedPart[] = []): string {
  if (question.trim() === '') return attached.map(nameOf).find((name) => name !== '') ?? '';
  const lines = question.split('\n').map((line) => line.trim());
  const own = lines.find((line) => line !== '' && !line.startsWith('>'));
  const line = own ?? lines.map((quoted) => quoted.replace(/^>\s*/, '')).find((quoted) => quoted !== '') ?? '';
  const text = line.replace(/\s+/g, ' ');
  if (text.length <= MAX_LENGTH) return text;
  // A pair cut in half leaves a surrogate at the end.
  const cut = text.slice(0, MAX_LENGTH).replace(/[\uD800-\uDBFF]$/, '');
  const space = cut.lastIndexOf(' ');
  return `${space > MAX_LENGTH / 2 ? cut.slice(0, space) : cut}…`;
}
