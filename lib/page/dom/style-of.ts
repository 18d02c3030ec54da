import { bare, viewOf } from './shield';

/** The few computed properties that decide whether and how text is shown, each with what it is where nothing is said. */
const PLAIN = {
  backfaceVisibility: 'visible',
  backgroundClip: 'border-box',
  backgroundColor: 'rgba(0, 0, 0, 0)',
  backgroundImage: 'none',
  clip: 'auto',
  clipPath: 'none',
  color: 'rgb(0, 0, 0)',
  contentVisibility: 'visible',
  display: 'block',
  filter: 'none',
  fontSize: '16px',
  left: 'auto',
  letterSpacing: 'normal',
  marginLeft: '0px',
  marginTop: '0px',
  maskImage: 'none',
  mixBlendMode: 'normal',
  opacity: '1',
  overflowX: 'visible',
  overflowY: 'visible',
  position: 'static',
  rotate: 'none',
  scale: 'none',
  textIndent: '0px',
  textShadow: 'none',
  top: 'auto',
  transform: 'none',
  translate: 'none',
  visibility: 'visible',
  webkitTextFillColor: 'rgb(0, 0, 0)',
  webkitTextStrokeWidth: '0px',
  whiteSpace: 'normal',
  zIndex: 'auto',
};

/** What is asked of a computed style. */
export type ShownStyle = Readonly<typeof PLAIN>;

const INLINE_TAGS = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr button'.split(
    ' ',
  ),
);

const PLAIN_INLINE: ShownStyle = { ...PLAIN, display: 'inline' };
const PLAIN_CODE: ShownStyle = { ...PLAIN, whiteSpace: 'pre' };
const PLAIN_NONE: ShownStyle = { ...PLAIN, display: 'none' };

/** An element's computed style; in a document that is not on show, what its tag means by itself. */
export function styleOf(element: Element): ShownStyle {
  const view = viewOf(element);
  if (view !== null) return view.getComputedStyle(bare(element));
  if (element.hasAttribute('hidden')) return PLAIN_NONE;
  if (element.localName === 'pre') return PLAIN_CODE;
  return INLINE_TAGS.has(element.localName) ? PLAIN_INLINE : PLAIN;
}
