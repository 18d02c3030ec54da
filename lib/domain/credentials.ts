/** What goes with every request to one host and is a secret: the key, and what is sent beside it. */
export interface Credentials {
  /** Null where the server wants none. */
  readonly key: string | null;
  /** Extra headers, by name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Extra query parameters, by name. */
  readonly query: Readonly<Record<string, string>>;
}

/**
 * What a page hands over to be kept for a host. What is left out stays as it is stored for that host. Headers and
 * parameters are given whole: one that is not named goes, null keeps the stored value of that name.
 */
export interface GivenCredentials {
  readonly key?: string | undefined;
  readonly headers?: Readonly<Record<string, string | null>> | undefined;
  readonly query?: Readonly<Record<string, string | null>> | undefined;
  /** Whether they are forgotten when the browser closes. */
  readonly session?: boolean | undefined;
}

/** What pages may know of what is stored for a host: never a value. */
export interface KeyStatus {
  /** `lost`: it was for one session of the browser, which is over. */
  readonly kept: 'none' | 'stored' | 'session' | 'lost';
  readonly hasKey: boolean;
  /** Names of extra headers. */
  readonly headers: readonly string[];
  /** Names of extra query parameters. */
  readonly query: readonly string[];
}
