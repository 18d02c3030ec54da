import type { PluralRule } from 'wuchale';
import type { Locale } from '../../lib/words/locales.ts';

const ONE_AND_OTHER = { nplurals: 2, plural: 'n == 1 ? 0 : 1' };

/**
 * Which of a language's forms a count takes, as gettext writes it
 * (https://www.gnu.org/software/gettext/manual/html_node/Plural-forms.html).
 */
export const PLURAL_RULES: Readonly<Record<Locale, PluralRule>> = {
  en: ONE_AND_OTHER,
};
