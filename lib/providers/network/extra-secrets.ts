/** What goes with every request to the provider's host beside its key, and is as secret. */
export interface ExtraSecrets {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, string>> | undefined;
}

/** Adds them to a request for `host`; one to any other host is left as it is. */
export function addExtras(url: URL, headers: Headers, host: string, extras: ExtraSecrets): void {
  if (url.host !== host) return;
  for (const [name, value] of Object.entries(extras.headers ?? {})) headers.set(name, value);
  for (const [name, value] of Object.entries(extras.query ?? {})) url.searchParams.set(name, value);
}

/** Their values, which are kept out of everything that is reported. */
export function extraValues({ headers = {}, query = {} }: ExtraSecrets): readonly string[] {
  return [...Object.values(headers), ...Object.values(query)];
}
