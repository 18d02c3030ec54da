/** Where a page's own storage has a copy of the chosen language: readable before anything is shown. */
const COPY = 'language';

/** The language that was chosen, as a page knows it; null: as the browser wants it. */
export function chosenInPage(): string | null {
  return localStorage.getItem(COPY);
}

/** Notes the choice where every page finds it at its start. */
export function noteChosen(tag: string | null): void {
  if (tag === null) localStorage.removeItem(COPY);
  else localStorage.setItem(COPY, tag);
}

/** The same in a worker that a page started with its language in its address; null elsewhere. */
export function chosenInWorker(): string | null {
  return 'WorkerGlobalScope' in globalThis ? new URLSearchParams(location.search).get('language') : null;
}
