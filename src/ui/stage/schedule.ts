/** Runs something later; the returned function calls it off. */
export type Schedule = (run: () => void, afterMs: number) => () => void;

export const onTimer: Schedule = (run, afterMs) => {
  const timer = setTimeout(run, afterMs);
  return () => clearTimeout(timer);
};
