/**
 * Picks the language of the interface: the first wanted one that is offered, by its whole tag, else by its script and
 * language, else by its language alone; else the first offered.
 * @param wanted BCP 47 tags, the dearest first, as a browser tells them; what is no tag is passed over.
 * @param offered BCP 47 tags; at least one.
 */
export function pickLocale<Offered extends string>(
  wanted: readonly string[],
  offered: readonly [Offered, ...Offered[]],
): Offered {
  const known = offered.map((tag) => ({ tag, whole: new Intl.Locale(tag).maximize() }));
  for (const tag of wanted) {
    const want = maximized(tag);
    if (want === null) continue;
    const same = known.filter(({ whole }) => whole.language === want.language);
    const found =
      same.find(({ whole }) => whole.script === want.script && whole.region === want.region) ??
      same.find(({ whole }) => whole.script === want.script) ??
      same[0];
    if (found !== undefined) return found.tag;
  }
  return offered[0];
}

function maximized(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag.replaceAll('_', '-')).maximize();
  } catch {
    return null;
  }
}
