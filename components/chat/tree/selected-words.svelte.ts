import { copySelection } from '../../markdown/copy/keep-copying-clean';

/** Words that are selected in one answer, and where they end, in CSS pixels from the top left of what was attached to. */
export interface SelectedWords {
  readonly words: string;
  readonly top: number;
  readonly left: number;
}

const NEAR = 6;

/** The selected words of an answer, clean of buttons and marks; empty where nothing of it is selected. */
export function wordsSelectedIn(answer: Element | null): string {
  const selection = getSelection();
  if (answer === null || selection === null || selection.isCollapsed) return '';
  return copySelection(selection, answer)?.text.trim() ?? '';
}

/** What is selected in an answer, once whoever selects has let go. */
export class SelectedAnswerWords {
  #current = $state.raw<SelectedWords | null>(null);

  get current(): SelectedWords | null {
    return this.#current;
  }

  /** For `{@attach}` on what holds the answers. */
  readonly attach = (root: HTMLElement): (() => void) => {
    const controller = new AbortController();
    const { signal } = controller;
    let isDown = false;
    let frame = 0;
    const look = () => {
      cancelAnimationFrame(frame);
      if (!isDown) frame = requestAnimationFrame(() => (this.#current = this.#read(root)));
    };
    document.addEventListener('selectionchange', look, { signal });
    root.addEventListener('scroll', look, { signal, capture: true, passive: true });
    document.addEventListener('pointerdown', () => (isDown = true), { signal, capture: true });
    for (const end of ['pointerup', 'pointercancel'] as const) {
      const release = () => {
        isDown = false;
        look();
      };
      document.addEventListener(end, release, { signal, capture: true });
    }
    return () => {
      controller.abort();
      cancelAnimationFrame(frame);
    };
  };

  hide(): void {
    this.#current = null;
  }

  #read(root: HTMLElement): SelectedWords | null {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const within = range.commonAncestorContainer;
    const element = within instanceof Element ? within : within.parentElement;
    const answer = element?.closest('article.answer') ?? null;
    if (answer === null || !root.contains(answer)) return null;
    const words = wordsSelectedIn(answer);
    const boxes = range.getClientRects();
    const last = boxes[boxes.length - 1];
    if (words === '' || last === undefined) return null;
    const place = root.getBoundingClientRect();
    const top = last.bottom - place.top + NEAR;
    if (top < 0 || top > place.height) return null;
    const room = 36;
    return { words, top: Math.min(top, place.height - room), left: last.right - place.left };
  }
}
