/** Makes a queue: work runs one after the other, in the order it came, whatever became of the work before. */
export function createOneByOne(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let tail: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = tail.then(work);
    tail = result.catch(() => undefined);
    return result;
  };
}
