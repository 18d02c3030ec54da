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
  const shown = language();
  root.lang = shown;
  root.dir = directionOf(shown);

  function follow(chosen: string | null): void {
    noteChosen(chosen);
    chooseLanguage(chosen);
    // Where nothing can be noted, opening it anew would never end.
    if (language() !== shown && chosenInPage() === chosen) location.reload();
  }

  languageItem.getValue().then(follow, console.warn);
  languageItem.watch(follow);
}
