/** How Aside looks. What is not given is as in a new installation. */
export interface Appearance {
  readonly theme: Theme;
  /** More contrast than usual; without it as the system wants it. */
  readonly contrast?: Contrast;
  readonly accent?: Accent;
  readonly textSize?: TextSize;
  /** The user's avatar: an emoji, `icon:<name>`, or a `data:` image URL. */
  readonly userAvatar: string;
  /** The built-in reader's. */
  readonly readerAvatar: string;
}

/** Light or dark. */
export type Theme = 'system' | 'light' | 'dark';

/** As the system asks for it, or more in any case. */
export type Contrast = 'system' | 'more';

/** The one colour of buttons and marks. */
export type Accent = 'clay' | 'blue' | 'green' | 'violet' | 'graphite';

/** The size of text, as `components/ui/theme.css` measures it. */
export type TextSize = 'small' | 'normal' | 'large';

/** The looks that the root element carries as `data-` attributes, with what each may be; the first needs none. */
export const LOOKS = {
  theme: ['system', 'light', 'dark'],
  contrast: ['system', 'more'],
  accent: ['clay', 'blue', 'green', 'violet', 'graphite'],
  textSize: ['normal', 'small', 'large'],
} as const satisfies { readonly [Look in LookName]: readonly NonNullable<Appearance[Look]>[] };

/** A look by its name. */
export type LookName = 'theme' | 'contrast' | 'accent' | 'textSize';

/** The value of a look that an attribute is needed for; null: none is. Unknown words are none. */
export function lookOf(name: LookName, value: unknown): string | null {
  const [usual, ...others] = LOOKS[name] as readonly string[];
  return value !== usual && typeof value === 'string' && others.includes(value) ? value : null;
}
