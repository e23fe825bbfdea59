/** Runs tasks one after another, in the order in which they came. One that fails does not keep the next from starting. */
export type OneAtATime = <Value>(task: () => Promise<Value>) => Promise<Value>;

/** A chain for steps that read and then write: two of them at once would lose what the first wrote. */
export function createOneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
