import { defined } from '../../storage/defined.ts';
import type { Attempt, Location, Outcome } from '../types.ts';
import { type Answer, attemptOf, isHere } from './answer.ts';
import { outcomeOf } from './decision.ts';

interface Details {
  status?: number | undefined;
  code?: string | undefined;
  retryAfterSeconds?: number | undefined;
  source?: string | undefined;
  alternatives?: string[] | undefined;
}

/** What the hub throws when there is nothing to return. `outcome` is `found` when the repository itself is there. */
export class HubError extends Error {
  override readonly name = 'HubError';
  readonly outcome: Outcome;
  readonly attempts: Attempt[];
  declare readonly status?: number;
  declare readonly code?: string;
  declare readonly retryAfterSeconds?: number;
  /** When only one source was allowed: its id, and the ids of the sources that would answer in its place. */
  declare readonly source?: string;
  declare readonly alternatives?: string[];

  constructor(message: string, outcome: Outcome, attempts: Attempt[], details: Details = {}) {
    super(message);
    this.outcome = outcome;
    this.attempts = attempts;
    Object.assign(this, defined(details));
  }
}

/** The error when no source is known to have `what`. */
export function nobodyHasIt(what: string, location: Location): HubError {
  const { outcome, attempts, retryAfterSeconds } = location;
  const telling = attempts.find(({ verdict }) => verdict === (outcome === 'not-found' ? 'absent' : outcome));
  const details = { status: telling?.status, code: telling?.code, retryAfterSeconds };
  return new HubError(`No source gave ${what}: ${outcome}.`, outcome, attempts, details);
}

/** The error when the source that has `what` refused or failed to send it. */
export function notHandedOut(what: string, answer: Answer): HubError {
  const { source, status, code, retryAfterSeconds } = answer;
  const outcome = isHere(answer) ? 'found' : outcomeOf([answer]);
  const message = `${source.id} did not give ${what}: ${code ?? answer.verdict}.`;
  return new HubError(message, outcome, [attemptOf(answer)], { status, code, retryAfterSeconds });
}

/** The error when the only source that was allowed gave nothing, and no other was used. `alternatives` would answer. */
export function notAsShown(error: HubError, source: string, alternatives: string[]): HubError {
  const { message, outcome, attempts, status, code, retryAfterSeconds } = error;
  const details = { status, code, retryAfterSeconds, source, alternatives };
  return new HubError(message, outcome, attempts, details);
}

/** The error for something that cannot exist: refused without a request. */
export function refused(what: string, code: 'InvalidPath' | 'InvalidName'): HubError {
  return new HubError(`${what} cannot exist.`, 'not-found', [], { code });
}
