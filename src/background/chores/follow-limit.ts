/**
 * Creates a function that is told the user's limit on disk space whenever settings may have changed: a new limit is applied at
 * once, wherever it came from. Otherwise it would take pictures away at the next one that is stored, long after it was set.
 *
 * @param keepWithinLimit Removes what exceeds the limit, and says so.
 */
export function createLimitFollower(keepWithinLimit: () => Promise<void>) {
  let known: number | undefined;
  return async (limitMegabytes: number): Promise<void> => {
    const isNew = limitMegabytes !== known;
    known = limitMegabytes;
    if (isNew && limitMegabytes > 0) await keepWithinLimit();
  };
}
