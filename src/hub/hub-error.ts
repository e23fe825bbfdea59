import type { Attempt, Outcome } from './types.ts';

interface Details {
  status?: number | undefined;
  code?: string | undefined;
  cause?: unknown;
}

/** What the hub throws when there is nothing to return. `outcome` is `found` when the repository itself is there. */
export class HubError extends Error {
  override readonly name = 'HubError';
  readonly outcome: Outcome;
  readonly attempts: Attempt[];
  readonly status?: number;
  readonly code?: string;

  constructor(message: string, outcome: Outcome, attempts: Attempt[], details: Details = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.outcome = outcome;
    this.attempts = attempts;
    if (details.status !== undefined) this.status = details.status;
    if (details.code !== undefined) this.code = details.code;
  }
}
