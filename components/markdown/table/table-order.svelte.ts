import type { SortDirection, sortedOrder } from '../../../lib/markdown/table/sort-rows';

/** By which column a table is sorted, and how. */
export interface Sorting {
  readonly column: number;
  readonly direction: SortDirection;
}

/**
 * A table's order: as it was written until its reader sorts it. What sorts is loaded when it is first needed. `textsOf`
 * gives the texts of a column, row by row.
 */
export class TableOrder {
  sorting = $state.raw<Sorting | null>(null);
  #sort = $state.raw<typeof sortedOrder | null>(null);
  readonly #textsOf: (column: number) => readonly string[];
  /** Row numbers in the order to show, or null for that of the table. */
  readonly current = $derived.by(() => {
    if (this.sorting === null || this.#sort === null) return null;
    return this.#sort(this.#textsOf(this.sorting.column), this.sorting.direction);
  });

  constructor(textsOf: (column: number) => readonly string[]) {
    this.#textsOf = textsOf;
  }

  /** Ascending, then descending, then as it was written. */
  async turn(column: number): Promise<void> {
    this.#sort ??= (await import('../../../lib/markdown/table/sort-rows')).sortedOrder;
    if (this.sorting?.column !== column) this.sorting = { column, direction: 'ascending' };
    else this.sorting = this.sorting.direction === 'ascending' ? { column, direction: 'descending' } : null;
  }
}
