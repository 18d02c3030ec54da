import { parentOf, viewOf } from './shield';

const CONTROLS = 'button, summary, [role=tab], [role=button], [aria-expanded], [aria-selected]';
/** What opens over the page rather than in it, and menus. */
const OTHERWISE = '[role=dialog], [role=menu], [role=listbox], [role=tooltip], [role=alert], dialog, [popover]';
const NAVIGATION = 'nav, [role=navigation], [role=menubar], [role=menu]';
const SMALLEST_CONTROL = 8;
const DEEPEST_PANEL = 3;

/** Part of a closed `details`, other than its summary: shown by one click on a control that can be seen. */
export function isFolded(element: Element): boolean {
  const parent = parentOf(element);
  return parent?.localName === 'details' && !parent.hasAttribute('open') && element.localName !== 'summary';
}

/**
 * Finds the control that can be seen and would show hidden text: of a tab's panel, of the closed part of an accordion;
 * null where there is none. The control names it (`aria-controls`), is named by it (`aria-labelledby`), or stands right
 * before it and says that it is closed. Menus, dialogs and navigation are none.
 */
export function createOwners(): (element: Element) => Element | null {
  const controls = new WeakMap<Node, Map<string, Element[]>>();

  const controlsOf = (root: Document | ShadowRoot): Map<string, Element[]> => {
    const before = controls.get(root);
    if (before !== undefined) return before;
    const found = new Map<string, Element[]>();
    for (const control of root.querySelectorAll('[aria-controls]')) {
      for (const id of control.getAttribute('aria-controls')?.split(/\s+/) ?? []) {
        found.set(id, [...(found.get(id) ?? []), control]);
      }
    }
    controls.set(root, found);
    return found;
  };

  const ownerOf = (element: Element): Element | null => {
    const root = element.getRootNode() as Document | ShadowRoot;
    if (!('getElementById' in root)) return null;
    const naming = controlsOf(root).get(element.id) ?? [];
    const named = (element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [])
      .map((id) => root.getElementById(id))
      .flatMap((label) => (label === null ? [] : [controlIn(label)]));
    const naturally = [...naming, ...named].find((control) => control !== null && isShownControl(control));
    if (naturally) return naturally;
    const tab = element.getAttribute('role') === 'tabpanel' ? tabOf(element) : null;
    if (tab !== null) return tab;
    const before = element.previousElementSibling;
    const control = before === null ? null : controlIn(before);
    return control?.getAttribute('aria-expanded') === 'false' && isShownControl(control) ? control : null;
  };

  return (element) => {
    if (element.matches(OTHERWISE) || element.closest(NAVIGATION) !== null) return null;
    let panel: Element | null = element;
    for (let depth = 0; panel !== null && depth < DEEPEST_PANEL; depth += 1) {
      const owner = ownerOf(panel);
      if (owner !== null) return owner;
      // A wrapper that only folds away holds nothing else.
      panel = panel.childElementCount === 1 ? panel.firstElementChild : null;
    }
    return null;
  };
}

/** A panel without names stands in a widget whose tabs can be seen, as many as panels: the one of its place, else any. */
function tabOf(panel: Element): Element | null {
  let at = parentOf(panel);
  for (let height = 0; at !== null && height < DEEPEST_PANEL; height += 1, at = parentOf(at)) {
    const tabs = Array.from(at.querySelectorAll('[role=tab]'));
    const place = Array.from(at.querySelectorAll('[role=tabpanel]')).indexOf(panel);
    const own = tabs[place];
    if (own !== undefined && isShownControl(own)) return own;
    const any = tabs.find((one) => isShownControl(one));
    if (any !== undefined) return any;
  }
  return null;
}

/** The control that an element is, is in or holds. */
function controlIn(element: Element): Element | null {
  return element.closest(CONTROLS) ?? element.querySelector(CONTROLS);
}

function isShownControl(control: Element): boolean {
  if (/menu|listbox|dialog|tree|grid/.test(control.getAttribute('aria-haspopup') ?? '')) return false;
  if (!control.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const box = control.getBoundingClientRect();
  const view = viewOf(control);
  const inReach = view !== null && box.right + view.scrollX > 0 && box.bottom + view.scrollY > 0;
  return inReach && box.width >= SMALLEST_CONTROL && box.height >= SMALLEST_CONTROL;
}
