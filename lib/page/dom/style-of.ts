/** The few computed properties that decide whether and how text is shown. */
export type ShownStyle = Pick<
  CSSStyleDeclaration,
  | 'backgroundClip'
  | 'clip'
  | 'clipPath'
  | 'color'
  | 'contentVisibility'
  | 'display'
  | 'fontSize'
  | 'left'
  | 'marginLeft'
  | 'marginTop'
  | 'opacity'
  | 'overflowX'
  | 'position'
  | 'textIndent'
  | 'textShadow'
  | 'top'
  | 'transform'
  | 'visibility'
  | 'webkitTextFillColor'
  | 'whiteSpace'
>;

const INLINE_TAGS = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr button'.split(
    ' ',
  ),
);

const PLAIN: ShownStyle = {
  backgroundClip: 'border-box',
  clip: 'auto',
  clipPath: 'none',
  color: 'rgb(0, 0, 0)',
  contentVisibility: 'visible',
  display: 'block',
  fontSize: '16px',
  left: 'auto',
  marginLeft: '0px',
  marginTop: '0px',
  opacity: '1',
  overflowX: 'visible',
  position: 'static',
  textIndent: '0px',
  textShadow: 'none',
  top: 'auto',
  transform: 'none',
  visibility: 'visible',
  webkitTextFillColor: 'rgb(0, 0, 0)',
  whiteSpace: 'normal',
};
const PLAIN_INLINE: ShownStyle = { ...PLAIN, display: 'inline' };
const PLAIN_CODE: ShownStyle = { ...PLAIN, whiteSpace: 'pre' };
const PLAIN_NONE: ShownStyle = { ...PLAIN, display: 'none' };

/** An element's computed style; in a document that is not on show, what its tag means by itself. */
export function styleOf(element: Element): ShownStyle {
  const view = element.ownerDocument.defaultView;
  if (view !== null) return view.getComputedStyle(element);
  if (element.hasAttribute('hidden')) return PLAIN_NONE;
  if (element.localName === 'pre') return PLAIN_CODE;
  return INLINE_TAGS.has(element.localName) ? PLAIN_INLINE : PLAIN;
}
