import type { Allowed } from './allowed.ts';

/** What an audit saw. */
export interface Audit {
  /** Sentences, each with the marker of the trial that it is about. */
  readonly problems: readonly string[];
  /** Texts of the paragraphs that stand between trials. */
  readonly markers: readonly string[];
  readonly elements: number;
}

/**
 * Looks at every element under `root` (a selector, in the page's document): its tag, its attributes, where its links lead,
 * how it is placed and whether it stays in its message's box. Runs in the page, so it must need nothing from outside itself.
 */
export function auditAnswer(root: string, allowed: Allowed): Audit {
  const problems: string[] = [];
  const markers: string[] = [];
  const answer = [...document.querySelectorAll(root)].at(-1);
  if (answer === undefined) return { problems: [`nothing matches ${root}`], markers, elements: 0 };
  const box = answer.getBoundingClientRect();
  const elements = [...answer.querySelectorAll('*')];
  let trial = 'before the first trial';

  const object = (element: Element, what: string): void => {
    const start = (element.cloneNode(false) as Element).outerHTML.slice(0, 300);
    problems.push(`${trial}: ${what}: ${start}`);
  };
  /** Attributes that are read out, and nothing else. */
  const TOLD = ['title', 'aria-label', 'data-destination', 'data-tex', 'data-footnote'];
  const has = (list: readonly string[] | undefined, one: string): boolean => list?.includes(one) === true;

  /** Ids of drawings and of Svelte's own counting; none that an answer chose. */
  const OUR_ID = /^(?:(?:clip|gradient)_?\d+|(?:bits-)?c\d+(?:-summary)?)$/;
  function checkAttributes(element: Element, names: readonly string[]): void {
    if (element.id !== '' && !OUR_ID.test(element.id)) object(element, 'id of its own');
    for (const { name, value } of element.attributes) {
      const known =
        has(names, name) ||
        (name.startsWith('aria-') && !/-(?:owns|controls|activedescendant|flowto)$/.test(name));
      if (!known) object(element, `attribute ${name}`);
      if (/javascript:|expression\(/i.test(value) && !TOLD.includes(name)) object(element, `script in ${name}`);
      if (!TOLD.includes(name) && /url\((?!["']?#)/i.test(value)) object(element, `address in ${name}`);
    }
  }

  function checkHtml(element: HTMLElement): void {
    const tag = element.localName;
    const own = Object.hasOwn(allowed.html, tag) ? allowed.html[tag] : undefined;
    if (own === undefined) return object(element, 'tag');
    checkAttributes(element, [...allowed.common, ...own]);
    for (const name of element.style) {
      if (!has(allowed.styles, name)) object(element, `style ${name}: ${element.style.getPropertyValue(name)}`);
    }
    if (element instanceof HTMLAnchorElement) checkLink(element);
    if (element instanceof HTMLImageElement && !element.src.startsWith(`blob:${location.origin}/`))
      object(element, 'a picture from elsewhere');
    if (element instanceof HTMLInputElement && (element.type !== 'checkbox' || !element.disabled))
      object(element, 'field');
    if (element instanceof HTMLButtonElement && element.type !== 'button') object(element, 'button that submits');
    if (
      element.closest('a') !== null &&
      element.closest('a') !== element &&
      element.matches('a, button, input, [tabindex]:not(.markdown-math)')
    )
      object(element, 'control in a link');
  }

  function checkLink(link: HTMLAnchorElement): void {
    if (!/^(?:https?|mailto):$/.test(link.protocol)) object(link, `protocol ${link.protocol}`);
    if (link.target !== '_blank' || link.rel !== 'noopener noreferrer') object(link, 'target or rel');
    if (link.getAttribute('href') !== link.href) object(link, 'an address that is not whole');
    if (link.textContent.trim() === '') object(link, 'nothing to see');
  }

  function checkOther(
    element: Element,
    rules: { readonly tags: readonly string[]; readonly attributes: readonly string[] },
  ): void {
    if (!has(rules.tags, element.localName)) object(element, 'tag');
    checkAttributes(element, rules.attributes);
  }

  const contained = new Map<Element, boolean>();
  /** Whether something in the answer scrolls or cuts what goes over its edge. */
  function isContained(element: Element | null): boolean {
    if (element === null || element === answer) return false;
    const known = contained.get(element);
    if (known !== undefined) return known;
    const result = getComputedStyle(element).overflowX !== 'visible' || isContained(element.parentElement);
    contained.set(element, result);
    return result;
  }

  function checkPlace(element: Element): void {
    const { position, display } = getComputedStyle(element);
    const isInside = element instanceof HTMLElement && answer?.contains(element.offsetParent) === true;
    const scrolls = isContained(element.parentElement);
    if (position === 'fixed' || (position === 'sticky' && !scrolls) || (position === 'absolute' && !isInside)) {
      object(element, `position ${position}`);
    }
    if (display === 'none' || scrolls || element.matches(allowed.unseen)) return;
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    // An open list may have room for its numbers beside it.
    const isOut = left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1;
    const numbers = [left, right, top, bottom, box.left, box.right, box.top, box.bottom].map(Math.round).join(' ');
    if (isOut) object(element, `out of its message's box (${numbers})`);
  }

  const HIDDEN = /[\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/u;
  for (const element of elements) {
    if (
      element.localName === 'p' &&
      element.parentElement?.matches('.markdown-section') === true &&
      element.textContent.startsWith('inert ')
    ) {
      trial = element.textContent;
      markers.push(trial);
    }
    if (element.closest('.katex') !== null) {
      checkOther(element, allowed.formula);
      if (element instanceof HTMLElement)
        for (const name of element.style) if (!has(allowed.formula.styles, name)) object(element, `style ${name}`);
    } else if (element instanceof HTMLElement) checkHtml(element);
    else if (element instanceof SVGElement) checkOther(element, allowed.drawing);
    else object(element, `namespace ${String(element.namespaceURI)}`);
    checkPlace(element);
    for (const { value } of element.attributes)
      if (HIDDEN.test(value.replaceAll(/🏴[\u{E0061}-\u{E007F}]+/gu, '')))
        object(element, 'hidden characters in an attribute');
    for (const node of element.childNodes) {
      if (node instanceof Text && HIDDEN.test(node.data.replaceAll(/🏴[\u{E0061}-\u{E007F}]+/gu, '')))
        object(element, `hidden characters in ${JSON.stringify(node.data.slice(0, 60))}`);
    }
  }
  return { problems, markers, elements: elements.length };
}

/** The page outside of answers, by tags, ids, classes and roles. Two turns of question and answer look alike. Runs in the page. */
export function outlineOutside(): { readonly page: string; readonly turns: readonly string[] } {
  const skip = '.markdown, .jump, .status, svg';
  function outline(element: Element): string {
    // A turn's classes say where it stands.
    const classes = element.matches('section.turn') ? 'turn' : [...element.classList].join('.');
    const inner = element.matches(skip) ? '' : [...element.children].map(outline).join('');
    const id = element.id.replace(/^turn-.*/, 'turn-');
    return element.matches('.jump, .status')
      ? ''
      : `<${element.localName} ${id} ${classes} ${element.getAttribute('role') ?? ''}>${inner}`;
  }
  const turns = [...document.querySelectorAll('section.turn')].map(outline);
  const page = [...document.body.children].map(outline).join('\n');
  return { page: turns.reduce((rest, turn) => rest.replace(turn, ''), page), turns };
}
