/** One line of a Menu. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** A second, quieter line. */
  readonly detail?: string;
  /** A Lucide icon component. */
  readonly icon?: unknown;
  /** For items that can be on or off. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** Whether a line stands above it. */
  readonly separated?: boolean;
  readonly onSelect: () => void;
}
