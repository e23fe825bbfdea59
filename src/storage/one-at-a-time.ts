/** Runs tasks one after another, in the order of the calls. A task that fails does not keep the next one from starting. */
export type OneAtATime = <Value>(task: () => Promise<Value>) => Promise<Value>;

/** Creates a queue for tasks that read a value and then write it: of two tasks at once, one would overwrite the other's change. */
export function createOneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
