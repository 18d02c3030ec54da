import { LOCALES, type Locale } from './locales';
import { pickLocale } from './pick-locale';

interface Known {
  /** What the browser wanted, and the choice, when this was found. */
  readonly wanted: readonly string[];
  readonly chosen: Locale | null;
  readonly language: Locale;
  readonly locale: string;
}

let chosen: Locale | null = null;
let last: Known | null = null;

/** The language of the interface: the chosen one, else the browser's first that is offered. */
export function language(): Locale {
  return known().language;
}

/** The language that was chosen; null: as the browser wants it. */
export function chosenLanguage(): Locale | null {
  return chosen;
}

/**
 * Chooses the language of the interface from here on.
 * @param tag One of `LOCALES`; null or anything else: as the browser wants it.
 */
export function chooseLanguage(tag: string | null): void {
  chosen = LOCALES.find((one) => one === tag) ?? null;
}

/**
 * How numbers, dates and lists are written, as a BCP 47 tag for `Intl`: the interface's language, with the region that
 * the browser wants it in where it tells one (`en-GB`).
 */
export function locale(): string {
  return known().locale;
}

/** Found once for each change: a list of numbers asks for it again and again. */
function known(): Known {
  const wanted = navigator.languages;
  if (last?.wanted === wanted && last.chosen === chosen) return last;
  const language = chosen ?? pickLocale(wanted, LOCALES);
  last = { wanted, chosen, language, locale: wanted.find((tag) => speaks(tag, language)) ?? language };
  return last;
}

function speaks(tag: string, own: Locale): boolean {
  try {
    const [wanted, offered] = [new Intl.Locale(tag).maximize(), new Intl.Locale(own).maximize()];
    return wanted.language === offered.language && wanted.script === offered.script;
  } catch {
    return false;
  }
}
