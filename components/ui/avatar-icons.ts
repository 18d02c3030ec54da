import BookOpen from '@lucide/svelte/icons/book-open';
import Bot from '@lucide/svelte/icons/bot';
import Feather from '@lucide/svelte/icons/feather';
import Ghost from '@lucide/svelte/icons/ghost';
import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import Leaf from '@lucide/svelte/icons/leaf';
import Rocket from '@lucide/svelte/icons/rocket';
import Smile from '@lucide/svelte/icons/smile';
import Sparkle from '@lucide/svelte/icons/sparkle';
import User from '@lucide/svelte/icons/user';

/** The icons an avatar can be, by the name that `icon:<name>` holds. */
export const AVATAR_ICONS = {
  user: User,
  sparkle: Sparkle,
  'book-open': BookOpen,
  bot: Bot,
  smile: Smile,
  feather: Feather,
  leaf: Leaf,
  ghost: Ghost,
  rocket: Rocket,
  'graduation-cap': GraduationCap,
} as const;

export type AvatarIcon = keyof typeof AVATAR_ICONS;

/** The icon that an avatar names, or undefined where it is an emoji or an image. */
export function avatarIcon(avatar: string): (typeof AVATAR_ICONS)[AvatarIcon] | undefined {
  const name = avatar.startsWith('icon:') ? avatar.slice('icon:'.length) : '';
  return Object.hasOwn(AVATAR_ICONS, name) ? AVATAR_ICONS[name as AvatarIcon] : undefined;
}
