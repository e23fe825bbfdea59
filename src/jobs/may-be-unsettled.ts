/**
 * Whether a stored value may be an unfinished job, found out without parsing it: a worker starts often, and parsing fifty jobs
 * costs milliseconds. Never false for a job that `isUnsettled`.
 */
export function mayBeUnsettled(value: unknown): boolean {
  const { status, error } = fieldsOf(value);
  if (status === 'failed') return fieldsOf(error).code === 'STORAGE_FAILED';
  return status === 'queued' || status === 'running' || status === 'waiting';
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
