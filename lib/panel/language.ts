import { languageItem } from '../storage/settings';
import { chosenInPage, noteChosen } from '../words/chosen-language';
import { directionOf } from '../words/direction';
import { chooseLanguage, language } from '../words/locale';

/**
 * Tells the page which language it is in, before anything is shown, and opens it anew when another one is chosen: words
 * do not change while a page is open. What is written in a composer is kept as a draft meanwhile.
 */
export function followLanguage(): void {
  const { documentElement: root } = document;
  root.lang = language();
  root.dir = directionOf(language());
  languageItem.getValue().then(follow, console.warn);
  languageItem.watch(follow);
}

function follow(chosen: string | null): void {
  if (chosen === chosenInPage()) return;
  const shown = language();
  noteChosen(chosen);
  // Where nothing can be noted, opening it anew would never end.
  if (chosenInPage() === chosen && wouldShow(chosen) !== shown) location.reload();
}

function wouldShow(chosen: string | null): string {
  chooseLanguage(chosen);
  return language();
}
