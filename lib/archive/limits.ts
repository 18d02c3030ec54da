/** What one import takes at most; a file beyond any of it is refused with a sentence that names the limit. */
export const LIMITS = {
  /** Bytes of a JSON file, which has to be read as a whole. */
  json: 300_000_000,
  /** Bytes of an archive after unpacking. */
  unpacked: 2_000_000_000,
  /** Entries of an archive. */
  entries: 200_000,
  /** UTF-16 units of a line. */
  line: 100_000_000,
  /** UTF-16 units of a message, as long as an answer may be. */
  text: 50_000_000,
  messages: 500_000,
  chats: 100_000,
} as const;

/** Limits that a test may lower. */
export type ImportLimits = Readonly<Record<keyof typeof LIMITS, number>>;
