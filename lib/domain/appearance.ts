/** How Aside looks. */
export interface Appearance {
  readonly theme: Theme;
  /** The user's avatar: an emoji, `icon:<name>`, or a `data:` image URL. */
  readonly userAvatar: string;
  /** The built-in reader's. */
  readonly readerAvatar: string;
}

export type Theme = 'system' | 'light' | 'dark';
