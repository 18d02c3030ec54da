import { formatNumber } from './format';
import { language } from './locale';
import { pluralForms } from './plural-forms';

interface Rule {
  readonly select: (count: number) => Intl.LDMLPluralRule;
  readonly forms: readonly Intl.LDMLPluralRule[];
}

const rules = new Map<string, Rule>();

/**
 * The sentence that fits a count. The build takes the forms out of the code, and a translation has as many as its
 * language tells apart: so they must be a list of plain texts, each a whole sentence.
 * @param forms For one and for any other count; `#` is where the count stands, `{0}`, `{1}` … where values do.
 */
export function plural(
  count: number,
  forms: readonly string[],
  values: readonly (string | number)[] = [],
): string {
  const rule = ruleOf(language());
  const form = forms[rule.forms.indexOf(rule.select(count))] ?? forms.at(-1) ?? '';
  return form.replace(/#|\{(\d)\}/g, (_, at: string | undefined) =>
    at === undefined ? formatNumber(count) : String(values[Number(at)] ?? ''),
  );
}

function ruleOf(tag: string): Rule {
  const known = rules.get(tag);
  if (known !== undefined) return known;
  const intl = new Intl.PluralRules(tag);
  const rule = { select: (count: number) => intl.select(count), forms: pluralForms(tag) };
  rules.set(tag, rule);
  return rule;
}
