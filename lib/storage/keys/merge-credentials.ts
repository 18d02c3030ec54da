import type { Credentials, GivenCredentials } from '../../domain/credentials';

type Values = Readonly<Record<string, string>>;

/** What is kept after something was given for a host of which `stored` is known. */
export function mergeCredentials(stored: Credentials | null, given: GivenCredentials): Credentials {
  return {
    key: given.key === undefined ? (stored?.key ?? null) : given.key || null,
    headers: merge(stored?.headers ?? {}, given.headers),
    query: merge(stored?.query ?? {}, given.query),
  };
}

/** The values of all names given; null stands for the stored one, and for none where there is none. */
function merge(stored: Values, given: Readonly<Record<string, string | null>> | undefined): Values {
  if (given === undefined) return stored;
  const named = Object.entries(given).map(([name, value]) => [name, value ?? stored[name]] as const);
  return Object.fromEntries(named.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}
