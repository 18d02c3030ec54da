import { isReadable, type ReadableRows } from './readable-rows';

/** Hears of a stored row that could not be read, by its table and key. */
export type OnUnreadable = (table: keyof ReadableRows, key: string) => void;

/** What is used of Dexie's tables and selections. */
interface RowTable {
  readonly schema: { readonly primKey: { readonly keyPath?: unknown } };
  bulkGet(keys: string[]): PromiseLike<unknown[]>;
}

/** Rows of a table that a query names, read as a whole or by their keys alone. */
export interface RowSelection {
  toArray(): PromiseLike<unknown[]>;
  primaryKeys(): PromiseLike<string[]>;
}

/** Reads rows of one table and leaves out those that can't be read. */
export interface RowReader<Row> {
  /** One row; undefined where there is none or it can't be read. */
  get(key: string): Promise<Row | undefined>;
  /** The rows with these keys that there are, in their order. */
  getAll(keys: readonly string[]): Promise<readonly Row[]>;
  /** All rows of a selection. Rejects where the selection itself can't be read. */
  select(rows: RowSelection): Promise<readonly Row[]>;
}

/** Makes a reader of a table. */
export function createRowReader<Name extends keyof ReadableRows>(
  table: RowTable,
  name: Name,
  onUnreadable: OnUnreadable,
): RowReader<ReadableRows[Name]> {
  type Row = ReadableRows[Name];

  function readable(row: unknown, key: string): readonly Row[] {
    if (isReadable(name, row)) return [row];
    if (row !== undefined) onUnreadable(name, key);
    return [];
  }

  const keyOf = (row: unknown): string => {
    const path = String(table.schema.primKey.keyPath);
    return String((row as Readonly<Record<string, unknown>>)[path]);
  };

  /** One by one, for when they could not be read together: a single broken value must not hide the others. */
  async function getEach(keys: readonly string[]): Promise<readonly Row[]> {
    const found: Row[] = [];
    for (const key of keys) {
      try {
        found.push(...readable((await table.bulkGet([key]))[0], key));
      } catch (reason) {
        if (!isBrokenValue(reason)) throw reason;
        onUnreadable(name, key);
      }
    }
    return found;
  }

  async function getAll(keys: readonly string[]): Promise<readonly Row[]> {
    try {
      const rows = await table.bulkGet([...keys]);
      return rows.flatMap((row, index) => readable(row, keys[index] ?? ''));
    } catch (reason) {
      // In Firefox a value that can't be decoded takes the reads beside it down with it.
      if (!isBrokenValue(reason) && !(keys.length > 1 && nameOf(reason) === 'AbortError')) throw reason;
      return getEach(keys);
    }
  }

  return {
    get: async (key) => (await getAll([key]))[0],
    getAll,
    async select(rows) {
      try {
        return (await rows.toArray()).flatMap((row) => readable(row, keyOf(row)));
      } catch (reason) {
        if (!isBrokenValue(reason)) throw reason;
        return getEach(await rows.primaryKeys());
      }
    },
  };
}

/** Whether a read failed for what a row holds, not for the database's own state. */
function isBrokenValue(reason: unknown): boolean {
  const name = nameOf(reason);
  return (
    name === 'DataError' || name === 'UnknownError' || name === 'NotReadableError' || name === 'DataCloneError'
  );
}

function nameOf(reason: unknown): string | undefined {
  return (reason as { readonly name?: string }).name;
}
