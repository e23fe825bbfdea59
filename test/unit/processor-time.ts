/**
 * Milliseconds of processor time that work takes in this thread. What else the machine does meanwhile does not count, so that a
 * test can tell work that grows too fast with its input from a machine that is busy.
 */
export function processorMs(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
