/** The rows that hold the focus or an end of the selection: taken away, they would take it with them. */
export class KeptRows {
  #ids = $state.raw<ReadonlySet<string>>(new Set());
  #scroller: Node | null = null;
  #focused: Node | null = null;
  readonly #rows = new WeakMap<Node, string>();

  /** Their ids. */
  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** Says which row an element of the scroller is. */
  add(id: string, element: Node): void {
    this.#rows.set(element, id);
  }

  /** The row that an element is. */
  idOf(element: Node): string | undefined {
    return this.#rows.get(element);
  }

  /** For `{@attach}` on the scroller. */
  readonly attach = (scroller: HTMLElement): (() => void) => {
    this.#scroller = scroller;
    const controller = new AbortController();
    const { signal } = controller;
    scroller.addEventListener('focusin', ({ target }) => this.#focus(target), { signal });
    // Where the window lost the focus, the element keeps it.
    scroller.addEventListener('focusout', (event) => this.#focus(event.relatedTarget ?? document.activeElement), {
      signal,
    });
    document.addEventListener('selectionchange', () => this.#update(), { signal });
    return () => controller.abort();
  };

  #focus(target: EventTarget | null): void {
    this.#focused = target instanceof Node ? target : null;
    // Not at once: an element that is being taken out of the document while Svelte draws loses its focus there and then.
    queueMicrotask(() => this.#update());
  }

  #update(): void {
    const selection = getSelection();
    const ends = selection === null || selection.isCollapsed ? [] : [selection.anchorNode, selection.focusNode];
    const ids = new Set([this.#focused, ...ends].flatMap((node) => this.#rowAround(node) ?? []));
    if (ids.size !== this.#ids.size || [...ids].some((id) => !this.#ids.has(id))) this.#ids = ids;
  }

  #rowAround(node: Node | null): string | undefined {
    for (let at = node; at !== null && at !== this.#scroller; at = at.parentNode) {
      const id = this.#rows.get(at);
      if (id !== undefined) return id;
    }
    return undefined;
  }
}
