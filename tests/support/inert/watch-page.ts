/** Something that text should not have been able to do. */
export interface Breach {
  readonly kind: 'run' | 'policy' | 'error' | 'navigation' | 'page';
  readonly what: string;
}

/** What `watchPage` keeps in the page. */
export interface Watch {
  readonly breaches: Breach[];
  /** Facts about the page that no answer may change, by name. */
  readonly facts: () => Readonly<Record<string, string>>;
  readonly before: Readonly<Record<string, string>>;
}

/**
 * Watches a page from now on: whatever runs, is refused by the content policy, throws or navigates is a breach. Runs in the
 * page, so it must need nothing from outside itself. Watching twice starts anew.
 */
export function watchPage(): void {
  // Not `globalThis`: what drives Firefox runs scripts beside the window.
  const page = window as unknown as Record<string, unknown> & { inertWatch?: Watch };
  const breaches: Breach[] = [];
  const add = (kind: Breach['kind'], what: unknown): void => {
    breaches.push({ kind, what: String(what).slice(0, 300) });
  };
  if (page.inertWatch !== undefined) page.inertWatch.breaches.length = 0;

  // Not `eval`: what drives Chromium uses it, and our content policy tells of every other use.
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open', 'fetch', 'importScripts', 'evil', 'call']) {
    page[name] = (...args: unknown[]) => add('run', `${name}(${args.map(String).join(', ')})`);
  }
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    add('policy', `${effectiveDirective} ${blockedURI} ${sample}`),
  );
  addEventListener('error', ({ message, target }) => add('error', message || `loading ${String(target)}`), true);
  addEventListener('unhandledrejection', ({ reason }) => add('error', reason));
  addEventListener('beforeunload', () => add('navigation', 'unload'));
  addEventListener('hashchange', () => add('navigation', location.hash));
  (page['navigation'] as EventTarget | undefined)?.addEventListener('navigate', (event) => {
    add('navigation', (event as unknown as { destination: { url: string } }).destination.url);
  });
  for (const type of ['submit', 'toggle', 'beforetoggle', 'focusin', 'play', 'animationstart'] as const) {
    document.addEventListener(
      type,
      ({ target }) => {
        if (target instanceof Element && target.closest('.markdown') !== null) add('run', `${type} in the answer`);
      },
      true,
    );
  }

  const facts = (): Record<string, string> => ({
    title: document.title,
    address: location.href,
    name: window.name,
    history: String(history.length),
    frames: String(window.length),
    head: [...document.head.children]
      .filter((node) => !node.matches('link[rel="stylesheet"], link[rel="modulepreload"], style'))
      .map((node) => node.outerHTML)
      .join('\n'),
    root: [...document.documentElement.attributes].map(({ name, value }) => `${name}=${value}`).join(' '),
    body: [...document.body.children]
      .filter((node) => !node.matches('svelte-announcer, [data-portal]'))
      .map((node) => `${node.tagName} ${node.id}`)
      .join('\n'),
    prototypes: [
      window.Object.prototype,
      window.Array.prototype,
      window.String.prototype,
      window.Function.prototype,
      Node.prototype,
      Element.prototype,
    ]
      .map((prototype) => Object.getOwnPropertyNames(prototype).join())
      .join('\n'),
    globals: Object.getOwnPropertyNames(window)
      .filter((name) => !/^(?:Prism$|bits[A-Z])/.test(name))
      .sort()
      .join(),
    storage: JSON.stringify({ ...localStorage, ...sessionStorage }),
    cookie: document.cookie,
  });
  Object.defineProperty(page, 'inertWatch', { value: undefined, writable: true, configurable: true });
  page.inertWatch = { breaches, facts, before: facts() };
}

/** What happened since `watchPage`, changed facts included. Runs in the page. */
export function readWatch(): readonly Breach[] {
  const { inertWatch } = window as unknown as { inertWatch?: Watch };
  if (inertWatch === undefined) return [{ kind: 'page', what: 'nobody watches: the page was replaced' }];
  const now = inertWatch.facts();
  const changed = Object.entries(inertWatch.before)
    .filter(([fact, value]) => now[fact] !== value)
    .map(([fact, value]): Breach => {
      const known = new Set(value.split(/[\n,]/));
      const added = now[fact]?.split(/[\n,]/).filter((part) => !known.has(part)) ?? [];
      return { kind: 'page', what: `${fact} changed: ${added.join() || 'something is gone'}`.slice(0, 300) };
    });
  return [...inertWatch.breaches, ...changed];
}
