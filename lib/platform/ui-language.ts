import { languageName } from '../words/language-name';
import { chosenLanguage } from '../words/locale';
import { browser } from './browser';

/** The chosen language, else that of the browser's own menus, in its own words, e.g. `Deutsch`. */
export function uiLanguage(): string {
  return languageName(chosenLanguage() ?? browser.i18n.getUILanguage());
}
