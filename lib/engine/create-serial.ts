/** Makes a queue per key: work of one key runs one after the other, in the order it came. */
export function createSerial<Key>(): <Result>(key: Key, work: () => Promise<Result>) => Promise<Result> {
  const tails = new Map<Key, Promise<unknown>>();
  return (key, work) => {
    const result = (tails.get(key) ?? Promise.resolve()).then(work);
    const tail: Promise<unknown> = result
      .catch(() => undefined)
      .finally(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
    tails.set(key, tail);
    return result;
  };
}
