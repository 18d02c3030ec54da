/** Says `what`, runs `work`, and says how many seconds it took; meanwhile shows that time passes. */
export function step<Result>(what: string, work: () => Promise<Result> | Result): Promise<Result>;

/** Runs a program to its end. Its output is kept back; if it fails, the error's message is the end of that output. */
export function runQuietly(
  path: string,
  args: readonly string[],
  options?: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly shell?: boolean },
): Promise<void>;
