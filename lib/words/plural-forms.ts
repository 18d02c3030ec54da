const CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;

/**
 * The kinds of count that a language tells apart, in the order in which its translations name them: English `one` and
 * `other`, Japanese `other` alone, Arabic all six (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html).
 */
export function pluralForms(tag: string): readonly Intl.LDMLPluralRule[] {
  const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
  return CATEGORIES.filter((category) => pluralCategories.includes(category));
}
