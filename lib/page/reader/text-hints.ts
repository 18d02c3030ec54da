// What pages call their parts in headings and labels; the commonest languages of the web, as a whole they are optional.
const HINTS: readonly RegExp[] = [
  /\b(?:related|recommend|similar|you (?:may|might)|also (?:like|viewed|bought)|people also|customers (?:also|who)|more (?:from|in|on|like)|trending|popular|most read|latest|recent(?:ly)?|next up|read next|explore|discover|ähnliche|mehr aus|à lire|voir aussi|relacionad|también)/i,
  /\b(?:comments?|repl(?:y|ies)|reviews?|ratings?|q ?& ?a|questions?|answers?|kommentare|bewertungen|commentaires|avis|comentarios|opiniones)\b/i,
  /\b(?:description|details|specifications?|specs|features?|overview|about (?:this|the)|ingredients|materials?|dimensions|how (?:to|it)|what'?s|why|summary|introduction|faq|frequently|included|benefits|care|size|beschreibung|technische|caractéristiques|descripción)\b/i,
  /\b(?:menu|navigation|categor(?:y|ies)|about us|company|careers?|customer (?:service|care)|support|help|contact|legal|resources|quick links|follow us|stay connected|community|newsletter|shop by|all departments)\b/i,
  /\b(?:add to (?:cart|bag|basket)|buy (?:now|it)|wish ?list|quantity|qty|in stock|out of stock|sold out|free (?:shipping|delivery|returns)|checkout|pick ?up|compare)\b/i,
  /\b(?:log ?in|sign (?:in|up)|register|subscribe|my account|password|e-?mail address|newsletter|anmelden|connexion|iniciar sesión)\b/i,
  /\b(?:cookies?|privacy|terms|consent|preferences|all rights|©|datenschutz|impressum|confidentialité|privacidad)\b/i,
  /\b(?:share|tweet|facebook|twitter|pinterest|whatsapp|linkedin|instagram|print|copy link|bookmark|report)\b/i,
  /\b(?:read more|learn more|view (?:all|more)|see (?:all|more)|show (?:all|more)|load more|shop (?:now|all)|get started|download|try (?:it|for) free|book a demo|mehr|en savoir plus|ver más)\b/i,
  /\b(?:sort by|filter|results?|page \d|next|previous|prev|showing|per page|\d+ (?:items|products|results))\b/i,
  /\b(?:posted|replied|joined|member|posts?:|likes?|views?|ago|edited|quote|moderator|solution|upvotes?|points?)\b/i,
  /\b(?:skip to|back to top|close|open|toggle|search|loading|click here|learn how|enable javascript|upgrade your browser)\b/i,
];

export const TEXT_HINT_COUNT = HINTS.length;
const LONGEST = 160;
const NONE: readonly number[] = HINTS.map(() => 0);

/** For each of a page's usual parts, 1 where a short text names it, else 0. Long texts name none. */
export function textHintsOf(text: string): readonly number[] {
  if (text.length > LONGEST) return NONE;
  return HINTS.map((hint) => Number(hint.test(text)));
}
