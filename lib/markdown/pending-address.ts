/**
 * Stands in the source for an address that is still being written. No author can write it: a stream's source has no NUL
 * (normalize-source.ts).
 */
export const PENDING_ADDRESS = '\0';
