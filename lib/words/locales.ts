/** The languages of the interface, as BCP 47 tags; the first is the one that the code is written in. */
export const LOCALES = ['en'] as const;

/** One of them. */
export type Locale = (typeof LOCALES)[number];
