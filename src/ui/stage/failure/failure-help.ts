import type { ErrorCode, ProviderName } from '../../../generation/index.ts';
import { type Job, mayStillCome, owesPicture } from '../../../jobs/index.ts';
import { type Cause, causeActions, causeAdvice, causeTitle } from './cause-help.ts';
import type { HelpAction } from './help-action.ts';

/** A sentence on a failure; where it speaks of a service, that service's failure is with it. */
export interface FailureWords {
  /** A key of `_locales`. */
  key: string;
  cause?: Cause;
}

/** What the popup says of a job that ended without a picture. */
export interface FailureHelp {
  title: FailureWords;
  /** What happened and what to do, a paragraph each. */
  advice: FailureWords[];
  actions: HelpAction[];
}

interface Surroundings {
  /** The Hugging Face model that was asked for. */
  model: string;
  /** The service that could have stepped in, had it been connected. */
  missingBackup?: ProviderName | undefined;
  /** Another service that can be asked in place of the one that was. */
  instead?: ProviderName | undefined;
}

/** What passes by itself, because too many ask at once. */
const BUSY: readonly ErrorCode[] = ['RATE_LIMIT', 'SERVICE_UNAVAILABLE'];
const PASSING: readonly ErrorCode[] = [...BUSY, 'SERVER_ERROR', 'TIMEOUT', 'NETWORK_ERROR'];

/** Where the same request again cannot help. */
const POINTLESS: readonly ErrorCode[] = ['VALIDATION_ERROR', 'CONTENT_REFUSED', 'MODEL_ELSEWHERE'];

/** What happened, what to do, and the buttons that do it. */
export function failureHelp(job: Job, { model, missingBackup, instead }: Surroundings): FailureHelp {
  if (mayStillCome(job)) return stillComing(job, instead);
  if (job.status === 'interrupted') return interrupted(job);
  const { code = 'UNKNOWN', causes = [], retryAt } = job.error ?? {};
  const retry: HelpAction = { kind: 'retry', ...(retryAt !== undefined && { at: retryAt }) };

  if (code === 'DUAL_PROVIDER_FAILURE') return bothFailed(causes, model, retry);
  if (code === 'STORAGE_FAILED') return storageFailed(job, retry);
  if (code === 'OFFLINE') return ours(code, [{ kind: 'retry-online' }, { kind: 'let-wait' }]);
  const [cause] = causes;
  if (!cause) return ours(code, code === 'NOT_CONNECTED' ? [{ kind: 'options' }, retry] : [retry]);

  const backup = cause.error.shouldFallback ? missingBackup : undefined;
  return {
    title: { key: causeTitle(cause), cause },
    advice: [
      ...seedsSentence(cause),
      { key: causeAdvice(cause), cause },
      ...(backup ? [{ key: `error_help_connect_${backup}` }] : []),
    ],
    actions: [
      ...causeActions(cause, model),
      ...(againHelps(cause) ? [retry] : []),
      ...(retryAt !== undefined && againHelps(cause) ? [{ kind: 'let-wait' } as const] : []),
      // Where the time-out is set.
      ...(code === 'TIMEOUT' && againHelps(cause) ? [optionsOf(cause.provider)] : []),
      ...(backup ? [optionsOf(backup)] : []),
    ],
  };
}

/** Seed 004 has a sentence of its own for a 400 and a 401; the title names the cause, and it follows. */
function seedsSentence({ error }: Cause): FailureWords[] {
  if (error.code === 'UNAUTHORIZED') return [{ key: titleKey('UNAUTHORIZED') }];
  const is400 = error.code === 'VALIDATION_ERROR' || error.status === 400;
  return is400 ? [{ key: titleKey('VALIDATION_ERROR') }] : [];
}

/** A queue took it on, and nobody has heard how that ended: it may be paid for already. */
function stillComing({ attempts }: Job, instead: ProviderName | undefined): FailureHelp {
  const last = attempts.at(-1);
  const error = last?.error ?? { code: 'STILL_COMING' as const, message: '', shouldFallback: false };
  const cause = last && { provider: last.provider, error };
  return {
    title: { key: titleKey('STILL_COMING'), ...(cause && { cause }) },
    advice: [{ key: 'error_help_STILL_COMING' }],
    actions: [
      { kind: 'look-again' },
      ...(instead ? [{ kind: 'ask-instead', provider: instead } as const] : []),
    ],
  };
}

/** Who was asked may have made the picture, and charged for it: only the user can decide to ask once more. */
function interrupted({ attempts }: Job): FailureHelp {
  const last = attempts.at(-1);
  const key = !last
    ? 'interrupted_unasked'
    : last.outcome === 'succeeded'
      ? 'interrupted_lost'
      : 'interrupted';
  return {
    title: { key: titleKey('interrupted') },
    advice: [{ key: `error_help_${key}` }],
    actions: [{ kind: 'retry' }],
  };
}

/** A picture that was made may still be held; where none was made, nothing is lost by trying again. */
function storageFailed(job: Job, retry: HelpAction): FailureHelp {
  if (!owesPicture(job)) return ours('STORAGE_FAILED_unmade', [retry]);
  return ours('STORAGE_FAILED', [{ kind: 'keep-picture' }, { kind: 'save-picture' }]);
}

/** Not where it would be refused again, and not where it would pay a second time for a picture that exists. */
function againHelps({ error }: Cause): boolean {
  return !POINTLESS.includes(error.code) && error.pictureUrl === undefined;
}

function ours(code: string, actions: HelpAction[]): FailureHelp {
  return { title: { key: titleKey(code) }, advice: [{ key: `error_help_${code}` }], actions };
}

function bothFailed(causes: Cause[], model: string, retry: HelpAction): FailureHelp {
  const mending = distinct(causes.flatMap((cause) => causeActions(cause, model)));
  const paid = mending.filter((action) => action.kind === 'fetch-picture');
  const title = bothTitle(causes);
  const others = mending.filter((action) => action.kind !== 'fetch-picture');
  // Retry comes first only where trying again can help without anything mended.
  const passes = causes.some(({ error }) => PASSING.includes(error.code)) || others.length === 0;
  return {
    title: { key: title },
    advice: [
      { key: titleKey('DUAL_PROVIDER_FAILURE') },
      // A title that names what is wrong at both has said it; else each is told on its own.
      ...(title === 'error_both'
        ? causes.map((cause) => ({ key: `error_cause_${cause.error.code}`, cause }))
        : []),
    ],
    actions: [...paid, ...(passes ? [retry, ...others] : [...others, retry])],
  };
}

/** Names what is wrong at both, where it is the same. */
function bothTitle(causes: Cause[]): string {
  const all = (codes: readonly ErrorCode[]) => causes.every(({ error }) => codes.includes(error.code));
  if (all(BUSY)) return 'error_both_busy';
  if (all(['PAYMENT_REQUIRED'])) return 'error_both_PAYMENT_REQUIRED';
  if (all(['NETWORK_ERROR'])) return 'error_both_NETWORK_ERROR';
  if (all(['TIMEOUT'])) return 'error_both_TIMEOUT';
  return 'error_both';
}

const optionsOf = (section: ProviderName): HelpAction => ({ kind: 'options', section });
const titleKey = (code: string) => `error_${code}`;

function distinct(actions: HelpAction[]): HelpAction[] {
  return [...new Map(actions.map((action) => [JSON.stringify(action), action])).values()];
}
