/** What a key asks of the find. */
export type FindCommand = 'open' | 'next' | 'previous';

/** The keys of a press, as of a `KeyboardEvent`. */
type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * Reads the keys that browsers use for their own find: Ctrl (on a Mac Cmd) with F or G, and F3. By the place on the
 * keyboard where the layout has no Latin letters.
 */
export function findCommand(keys: Keys, isMac: boolean): FindCommand | null {
  if (keys.altKey) return null;
  if (keys.key === 'F3') return keys.shiftKey ? 'previous' : 'next';
  const commands = isMac ? keys.metaKey && !keys.ctrlKey : keys.ctrlKey && !keys.metaKey;
  if (!commands) return null;
  const letter = /^[a-z]$/i.test(keys.key) ? keys.key.toLowerCase() : keys.code.replace(/^Key/, '').toLowerCase();
  if (letter === 'f' && !keys.shiftKey) return 'open';
  if (letter === 'g') return keys.shiftKey ? 'previous' : 'next';
  return null;
}
