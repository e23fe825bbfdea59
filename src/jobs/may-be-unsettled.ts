/**
 * Whether a stored value may be a job for which `isUnsettled` is true. A quick check without parsing, since a worker starts often
 * and parsing fifty jobs takes milliseconds. It may be true for other values, but is never false for such a job.
 */
export function mayBeUnsettled(value: unknown): boolean {
  const { status, error } = fieldsOf(value);
  if (status === 'failed') return fieldsOf(error).code === 'STORAGE_FAILED';
  return status === 'queued' || status === 'running' || status === 'waiting';
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
