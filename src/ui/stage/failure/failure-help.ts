import type { ErrorCode, ProviderName } from '../../../generation/index.ts';
import { againHelps, type Job, mayStillCome, owesPicture } from '../../../jobs/index.ts';
import { type Cause, causeActions, causeAdvice, causeTitle } from './cause-help.ts';
import type { HelpAction } from './help-action.ts';

/** A sentence on a failure, with the failure of the service it is about, if any. */
export interface FailureWords {
  /** A key of `_locales`. */
  key: string;
  cause?: Cause;
}

/** What the stage shows for a job that ended without a picture. */
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
  /** Another service that can be asked in place of the service that was asked last. */
  instead?: ProviderName | undefined;
}

/** Codes of a busy service. */
const BUSY: readonly ErrorCode[] = ['RATE_LIMIT', 'SERVICE_UNAVAILABLE'];
const PASSING: readonly ErrorCode[] = [...BUSY, 'SERVER_ERROR', 'TIMEOUT', 'NETWORK_ERROR'];

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
      ...(againHelps(cause.error) ? [retry] : []),
      ...(retryAt !== undefined && againHelps(cause.error) ? [{ kind: 'let-wait' } as const] : []),
      // The time-out can be changed in the options.
      ...(code === 'TIMEOUT' && againHelps(cause.error) ? [optionsOf(cause.provider)] : []),
      ...(backup ? [optionsOf(backup)] : []),
    ],
  };
}

/** The sentence of seed 004 for a 400 and a 401. It follows the title, which names the cause. */
function seedsSentence({ error }: Cause): FailureWords[] {
  if (error.code === 'UNAUTHORIZED') return [{ key: titleKey('UNAUTHORIZED') }];
  const is400 = error.code === 'VALIDATION_ERROR' || error.status === 400;
  return is400 ? [{ key: titleKey('VALIDATION_ERROR') }] : [];
}

/** A queue accepted the job and its result is unknown: it may be paid for already. */
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

/** The service may have made the picture and charged for it, so only the user can decide to ask again. */
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

/** A picture that was made may still be in memory. If none was made, a retry loses nothing. */
function storageFailed(job: Job, retry: HelpAction): FailureHelp {
  if (!owesPicture(job)) return ours('STORAGE_FAILED_unmade', [retry]);
  return ours('STORAGE_FAILED', [{ kind: 'keep-picture' }, { kind: 'save-picture' }]);
}

function ours(code: string, actions: HelpAction[]): FailureHelp {
  return { title: { key: titleKey(code) }, advice: [{ key: `error_help_${code}` }], actions };
}

function bothFailed(causes: Cause[], model: string, retry: HelpAction): FailureHelp {
  const fixes = distinct(causes.flatMap((cause) => causeActions(cause, model)));
  const paid = fixes.filter((action) => action.kind === 'fetch-picture');
  const title = bothTitle(causes);
  const others = fixes.filter((action) => action.kind !== 'fetch-picture');
  // Retry comes first only if it can succeed without a fix.
  const passes = causes.some(({ error }) => PASSING.includes(error.code)) || others.length === 0;
  return {
    title: { key: title },
    advice: [
      { key: titleKey('DUAL_PROVIDER_FAILURE') },
      // Unless the title names the common cause, each cause has a sentence.
      ...(title === 'error_both'
        ? causes.map((cause) => ({ key: `error_cause_${cause.error.code}`, cause }))
        : []),
    ],
    actions: [...paid, ...(passes ? [retry, ...others] : [...others, retry])],
  };
}

/** The title for two failures: names the cause if it is the same for both. */
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
