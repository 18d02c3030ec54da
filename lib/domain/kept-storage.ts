/** How safe the browser's storage is. */
export interface KeptStorage {
  state(): Promise<{
    /** Whether the browser never removes it by itself. */
    readonly persistent: boolean;
    /** About how much is stored; null where the browser does not tell. */
    readonly bytes: number | null;
  }>;
  /** Asks the browser to keep it; must run inside a click. Resolves to whether it does. */
  ask(): Promise<boolean>;
}
