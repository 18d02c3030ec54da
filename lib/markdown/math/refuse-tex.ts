import { findHidden } from '../../domain/hidden-characters';
import { said } from '../../words/said';

/** Commands that open, load or name something, make macros, or write any character by number: no answer needs them. */
const REFUSED =
  /\\(href|url|includegraphics|html(?:Class|Id|Style|Data)|def|gdef|edef|xdef|let|futurelet|global|long|(?:re)?newcommand|providecommand|@?char)(?![a-zA-Z])/;
/** Deeper nests of braces are no mathematics but a burden to whoever draws them. */
const MAX_DEPTH = 50;

/** Says why LaTeX is not drawn, as a sentence, or null. */
export function refuseTex(tex: string): string | null {
  const command = REFUSED.exec(tex)?.[0];
  if (command !== undefined) return `${command} is not allowed.`;
  if (findHidden(tex).length > 0) return said('it has hidden characters.');
  let depth = 0;
  for (let at = 0; at < tex.length; at++) {
    if (tex[at] === '\\') at++;
    else if (tex[at] === '{' && ++depth > MAX_DEPTH) return said('it is nested too deep.');
    else if (tex[at] === '}') depth--;
  }
  return null;
}
