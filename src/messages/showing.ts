/** The background's question to all open pages: whether a visible page shows how this job ended. */
export interface Showing {
  name: 'showing';
  jobId: string;
  /** The status with which the job ended. */
  status: string;
}

/** The message as the question `Showing`; undefined when it is another message. */
export function asShowing(message: unknown): Showing | undefined {
  const { name, jobId, status } = (typeof message === 'object' && message !== null ? message : {}) as Partial<
    Record<keyof Showing, unknown>
  >;
  return name === 'showing' && typeof jobId === 'string' && typeof status === 'string'
    ? { name, jobId, status }
    : undefined;
}
