import { browser } from './browser';

/** The language of the browser's own menus, in its own words, e.g. `Deutsch`. */
export function uiLanguage(): string {
  const tag = browser.i18n.getUILanguage();
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}
