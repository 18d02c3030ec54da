type Call = (...args: readonly unknown[]) => unknown;

/**
 * The service with each call held until `ready` resolves, or rejected with it. `current` gives what serves then, so
 * that it may be replaced meanwhile. All members must be functions that return promises.
 */
export function whenReady<Service extends object>(current: () => Service, ready: () => Promise<void>): Service {
  const hold =
    (name: string): Call =>
    async (...args) => {
      await ready();
      return (current() as Record<string, Call>)[name]?.(...args);
    };
  return Object.fromEntries(Object.keys(current()).map((name) => [name, hold(name)])) as Service;
}
