/** Makes a guard that runs work once per key at a time: whoever comes meanwhile waits for the work under way. */
export function createOnce<Key>(): (key: Key, work: () => Promise<void>) => Promise<void> {
  const underWay = new Map<Key, Promise<void>>();
  return (key, work) => {
    const promise = underWay.get(key) ?? work().finally(() => underWay.delete(key));
    underWay.set(key, promise);
    return promise;
  };
}
