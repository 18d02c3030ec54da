/** Why the database can't be used: it doesn't open or read, it is full, of a newer Aside, or held by an older one. */
export type StorageProblem = 'unusable' | 'full' | 'newer' | 'blocked';

/** Where chats are kept now. */
export type StorageState =
  /** On disk; panels read it themselves. `missing`: chats that were stored and that the browser has lost since. */
  | { readonly kind: 'database'; readonly missing: number }
  /** In memory, as private windows want it. */
  | { readonly kind: 'private' }
  /** In memory because of a problem; what the database still gives can be read through the background. */
  | { readonly kind: 'memory'; readonly problem: StorageProblem };
