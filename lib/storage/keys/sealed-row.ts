import type { Credentials } from '../../domain/credentials';
import type { KeyRow } from '../schema';
import { seal, unseal } from './seal';

/** What a row holds in the clear. Sealed rows are opened by `openRow`. */
export function credentialsOf({ value, headers = {}, query = {} }: KeyRow): Credentials {
  return { key: value === '' ? null : value, headers, query };
}

/** Makes the row of some credentials, in the clear. */
export function plainRow({ providerId, host }: Pick<KeyRow, 'providerId' | 'host'>, given: Credentials): KeyRow {
  const { key, headers, query } = given;
  return {
    providerId,
    host,
    value: key ?? '',
    ...(Object.keys(headers).length === 0 ? {} : { headers }),
    ...(Object.keys(query).length === 0 ? {} : { query }),
  };
}

/** The same row without a value in the clear: names of headers and parameters stay. */
export function emptiedRow(row: KeyRow): KeyRow {
  const { key, headers, query } = credentialsOf(row);
  return {
    ...plainRow(row, { key: null, headers: emptied(headers), query: emptied(query) }),
    hasKey: row.hasKey ?? key !== null,
  };
}

/** The same row with its values sealed, for its host and provider alone. */
export async function sealRow(row: KeyRow, key: CryptoKey): Promise<KeyRow> {
  const sealed = await seal(key, JSON.stringify(credentialsOf(row)), contextOf(row));
  return { ...emptiedRow(row), sealed };
}

/** The same row in the clear. Rejects where it was sealed by another key or for another host. */
export async function openRow(row: KeyRow, key: CryptoKey): Promise<KeyRow> {
  if (row.sealed === undefined) return row;
  return plainRow(row, JSON.parse(await unseal(key, row.sealed, contextOf(row))) as Credentials);
}

/** A sealed row that was put to another host does not open. */
function contextOf({ providerId, host }: KeyRow): string {
  return JSON.stringify([providerId, host]);
}

function emptied(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(values).map((name) => [name, '']));
}
