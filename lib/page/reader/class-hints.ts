import type { Place } from './place';

// What authors call the parts of their pages, in classes, ids, roles and test ids.
const HINTS: readonly RegExp[] = [
  /nav|menu|breadcrumb|toolbar|topbar|skip/,
  /foot|copyright|legal|colophon/,
  /header|masthead|banner|hero/,
  /side|aside|rail|widget|secondary/,
  /related|recommend|similar|upsell|cross-?sell|suggest|trending|popular|promo|carousel|slider|recent|more/,
  /share|social|follow|subscribe|newsletter|sign-?up|log-?in|cta/,
  /\bads?\b|advert|sponsor|cookie|consent|gdpr|modal|popup|overlay|dialog|toast|alert/,
  /comment|repl(?:y|ies)|discuss|review|rating|feedback|answer/,
  /content|article|post|entry|story|prose|markdown|richtext|rte|wysiwyg/,
  /main|body|text|page/,
  /product|price|descri|detail|spec|feature|summary/,
  /item|card|grid|result|listing|collection|tile|teaser|list/,
  /meta|author|byline|date|time|avatar|user|profile|badge|count|stat/,
  /tag|categor|label|filter|facet|sort|pagina/,
  /form|search|input|field|button|btn|select|quantity|cart|wish/,
  /thread|topic|message|forum|cooked|question/,
  /faq|accordion|toggle|collaps|tab/,
];

export const HINT_COUNT = HINTS.length;

const known = new WeakMap<Place, readonly number[]>();

/** For each hint how near its nearest bearer is: 1 for the element itself, falling with the distance, 0 for none. */
export function hintsOf(place: Place | null): readonly number[] {
  if (place === null) return new Array<number>(HINT_COUNT).fill(0);
  const before = known.get(place);
  if (before !== undefined) return before;
  const above = hintsOf(place.parent);
  const name = nameOf(place.element);
  const own = HINTS.map((hint, index) => (name !== '' && hint.test(name) ? 1 : (above[index] ?? 0) * 0.8));
  known.set(place, own);
  return own;
}

function nameOf(element: Element): string {
  const { id } = element;
  const names = [
    element.getAttribute('class'),
    id,
    element.getAttribute('role'),
    element.getAttribute('itemprop'),
  ];
  return [...names, element.getAttribute('data-testid')].filter(Boolean).join(' ').toLowerCase();
}
