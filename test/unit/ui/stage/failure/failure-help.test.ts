import { describe, expect, test } from 'vitest';
import messages from '../../../../../public/_locales/en/messages.json' with { type: 'json' };
import {
  DUAL_FAILURE_MESSAGE,
  type ErrorCode,
  type ProviderError,
  type ProviderName,
  userMessage,
} from '../../../../../src/generation/index.ts';
import type { JobError } from '../../../../../src/jobs/index.ts';
import { failureHelp } from '../../../../../src/ui/stage/failure/failure-help.ts';
import { literalsOf } from '../../../source/parsed-source.ts';
import { aJob, anError } from '../../popup/job.ts';

const model = 'owner/model';
const texts = messages as Record<string, { message: string }>;

function helpFor(code: ErrorCode, over: Partial<ProviderError> = {}, provider: ProviderName = 'huggingface') {
  const error: JobError = { code, message: code, causes: [{ provider, error: anError(code, over) }] };
  return failureHelp(aJob({ status: 'failed', error }), { model });
}
const kinds = (help: ReturnType<typeof failureHelp>) => help.actions.map(({ kind }) => kind);
const links = (help: ReturnType<typeof failureHelp>) =>
  help.actions.flatMap((action) => (action.kind === 'link' ? [action.url] : []));

/** What ends a job is said in another way. */
const OTHERWISE = ['CANCELLED', 'STILL_COMING'];
const CODES = literalsOf('ErrorCode', 'src/generation/types.ts').filter(
  (code) => !OTHERWISE.includes(code),
) as ErrorCode[];

describe('what is said of a failure', () => {
  test.each(CODES.flatMap((code) => [[code, 'huggingface'] as const, [code, 'puter'] as const]))(
    '%s at %s has all its words',
    (code, provider) => {
      const { title, advice, actions } = helpFor(code, {}, provider);
      const labels = actions.flatMap((action) => (action.kind === 'link' ? [action.label] : []));
      for (const key of [title.key, ...advice.map(({ key }) => key), ...labels, `error_cause_${code}`])
        expect(texts[key]?.message, key).toBeTruthy();
    },
  );

  test.each(['token-permission', 'licence', 'account', 'provider-settings'] as const)(
    'the reason %s has its words and a link to where it is mended',
    (reason) => {
      const help = helpFor('FORBIDDEN', { reason });
      for (const { key } of help.advice) expect(texts[key]?.message, key).toBeTruthy();
      expect(links(help)).toHaveLength(1);
    },
  );

  test('401, 400 and two failures have the words of seed 004', () => {
    const said = (code: ErrorCode) => helpFor(code).advice.map(({ key }) => texts[key]?.message);
    expect(said('UNAUTHORIZED')).toContain(userMessage('UNAUTHORIZED'));
    expect(said('VALIDATION_ERROR')).toContain(userMessage('VALIDATION_ERROR'));
    expect(texts.error_DUAL_PROVIDER_FAILURE?.message).toBe(DUAL_FAILURE_MESSAGE);
  });
});

describe('what is offered', () => {
  test('a token that was refused leads to the options of its service', () => {
    expect(helpFor('UNAUTHORIZED', {}, 'puter').actions[0]).toEqual({ kind: 'options', section: 'puter' });
  });

  test('each cause leads to the page where it can be fixed', () => {
    expect(links(helpFor('PAYMENT_REQUIRED'))).toEqual(['https://huggingface.co/settings/billing']);
    expect(links(helpFor('FORBIDDEN', { reason: 'licence' }))).toEqual([
      'https://huggingface.co/owner/model',
    ]);
    expect(links(helpFor('FORBIDDEN', { reason: 'token-permission' }))[0]).toContain(
      'ownUserPermissions=inference.serverless.write',
    );
    expect(links(helpFor('VALIDATION_ERROR', { reason: 'provider-settings' }))).toEqual([
      'https://huggingface.co/settings/inference-providers',
    ]);
  });

  test('a model id cannot lead its link elsewhere', () => {
    const error: JobError = {
      code: 'FORBIDDEN',
      message: '',
      causes: [{ provider: 'huggingface', error: anError('FORBIDDEN', { reason: 'licence' }) }],
    };
    const help = failureHelp(aJob({ status: 'failed', error }), { model: '/evil.example?x#y' });
    expect(new URL(links(help)[0] ?? '').origin).toBe('https://huggingface.co');
  });

  test.each(['VALIDATION_ERROR', 'CONTENT_REFUSED', 'MODEL_ELSEWHERE'] as const)(
    'after %s the same again is not offered',
    (code) => expect(kinds(helpFor(code))).not.toContain('retry'),
  );

  test('a picture that was paid for is fetched or stored, not paid for again', () => {
    const pictureUrl = 'https://cdn.example/picture.webp';
    expect(helpFor('PICTURE_UNREACHABLE', { pictureUrl }).actions).toEqual([
      { kind: 'fetch-picture', url: pictureUrl },
    ]);
    // A picture that was only late can be fetched from its address, too.
    const late = helpFor('TIMEOUT', { pictureUrl });
    expect(late.actions).toEqual([{ kind: 'fetch-picture', url: pictureUrl }]);
    expect(late.advice.map(({ key }) => key)).toEqual(['error_help_PICTURE_UNREACHABLE']);
    const error: JobError = { code: 'STORAGE_FAILED', message: '', causes: [] };
    const made = { provider: 'puter', startedAt: 1, outcome: 'succeeded', routes: [] } as const;
    const job = aJob({ status: 'failed', error, attempts: [{ ...made, routes: [] }] });
    expect(kinds(failureHelp(job, { model }))).toEqual(['keep-picture', 'save-picture']);
  });

  test('where the job could not be stored no picture was made, and trying again is safe', () => {
    const error: JobError = { code: 'STORAGE_FAILED', message: '', causes: [] };
    const help = failureHelp(aJob({ status: 'failed', error }), { model });
    expect(kinds(help)).toEqual(['retry']);
    expect(help.title.key).toBe('error_STORAGE_FAILED_unmade');
  });

  test('the time that a service named is the time of the retry', () => {
    const error: JobError = {
      code: 'RATE_LIMIT',
      message: '',
      retryAt: 99_000,
      causes: [{ provider: 'huggingface', error: anError('RATE_LIMIT') }],
    };
    const help = failureHelp(aJob({ status: 'failed', error }), { model });
    expect(help.actions).toEqual([{ kind: 'retry', at: 99_000 }, { kind: 'let-wait' }]);
  });

  test('offline waits for the browser, or lets the job wait', () =>
    expect(kinds(helpFor('OFFLINE'))).toEqual(['retry-online', 'let-wait']));

  test('interrupted offers to begin again, and says whether that may be charged twice', () => {
    const attempts = [{ provider: 'huggingface' as const, startedAt: 1, routes: [] }];
    const help = failureHelp(aJob({ status: 'interrupted', attempts }), { model });
    expect(kinds(help)).toEqual(['retry']);
    expect(texts[help.advice[0]?.key ?? '']?.message).toContain('may have charged');
    const early = failureHelp(aJob({ status: 'interrupted' }), { model });
    expect(kinds(early)).toEqual(['retry']);
    expect(texts[early.advice[0]?.key ?? '']?.message).toContain('Nothing was sent yet');
    const made = {
      ...attempts[0],
      provider: 'puter' as const,
      startedAt: 1,
      outcome: 'succeeded' as const,
      routes: [],
    };
    const lost = failureHelp(aJob({ status: 'interrupted', attempts: [made] }), { model });
    expect(texts[lost.advice[0]?.key ?? '']?.message).toContain('charged again');
  });

  test('after a time-out: again, or more time', () =>
    expect(helpFor('TIMEOUT').actions).toEqual([
      { kind: 'retry' },
      { kind: 'options', section: 'huggingface' },
    ]));

  test.each(['VALIDATION_ERROR', 'CONTENT_REFUSED'] as const)('after %s the prompt can be changed', (code) =>
    expect(helpFor(code).actions).toEqual([{ kind: 'change' }]),
  );

  test('nothing connected leads to the options', () => {
    const error: JobError = { code: 'NOT_CONNECTED', message: '', causes: [] };
    expect(kinds(failureHelp(aJob({ status: 'failed', error }), { model }))).toEqual(['options', 'retry']);
  });

  test('two failures say both reasons and offer what mends either, once', () => {
    const error: JobError = {
      code: 'DUAL_PROVIDER_FAILURE',
      message: '',
      retryAt: 5_000,
      causes: [
        { provider: 'huggingface', error: anError('RATE_LIMIT') },
        { provider: 'puter', error: anError('PAYMENT_REQUIRED') },
      ],
    };
    const help = failureHelp(aJob({ status: 'failed', error }), { model });
    expect(help.advice.map(({ key, cause }) => [cause?.provider, key])).toEqual([
      [undefined, 'error_DUAL_PROVIDER_FAILURE'],
      ['huggingface', 'error_cause_RATE_LIMIT'],
      ['puter', 'error_cause_PAYMENT_REQUIRED'],
    ]);
    expect(help.title.key).toBe('error_both');
    expect(help.actions[0]).toEqual({ kind: 'retry', at: 5_000 });
    expect(links(help)).toEqual(['https://puter.com/dashboard#usage']);
  });

  test.each([
    ['RATE_LIMIT', 'SERVICE_UNAVAILABLE', 'error_both_busy', 'retry'],
    ['PAYMENT_REQUIRED', 'PAYMENT_REQUIRED', 'error_both_PAYMENT_REQUIRED', 'link'],
    ['NETWORK_ERROR', 'NETWORK_ERROR', 'error_both_NETWORK_ERROR', 'retry'],
    ['FORBIDDEN', 'UNAUTHORIZED', 'error_both', 'link'],
  ] as const)('%s and %s: the title names it, and what helps comes first', (one, other, title, first) => {
    const causes = [
      { provider: 'huggingface' as const, error: anError(one) },
      { provider: 'puter' as const, error: anError(other) },
    ];
    const error: JobError = { code: 'DUAL_PROVIDER_FAILURE', message: '', causes };
    const help = failureHelp(aJob({ status: 'failed', error }), { model });
    expect(help.title.key).toBe(title);
    expect(texts[title]?.message).toBeTruthy();
    expect(help.actions[0]?.kind).toBe(first);
  });

  test('a picture that may still come can be collected; another service is asked only after a press', () => {
    const queued = { route: 'fal-ai', model, statusUrl: 'https://queue.example/1' };
    const attempts = [{ provider: 'huggingface' as const, startedAt: 1, routes: [], queued }];
    const job = aJob({ status: 'interrupted', attempts });
    const help = failureHelp(job, { model, instead: 'puter' });
    expect(help.title.key).toBe('error_STILL_COMING');
    expect(help.actions).toEqual([{ kind: 'look-again' }, { kind: 'ask-instead', provider: 'puter' }]);
    expect(kinds(failureHelp(job, { model }))).toEqual(['look-again']);
  });

  test('a backup that is not connected is offered where it would have helped, and only there', () => {
    const of = (code: ErrorCode, shouldFallback: boolean) =>
      failureHelp(
        aJob({
          status: 'failed',
          error: {
            code,
            message: '',
            causes: [{ provider: 'huggingface', error: anError(code, { shouldFallback }) }],
          },
        }),
        { model, missingBackup: 'puter' },
      );
    expect(of('RATE_LIMIT', true).actions).toContainEqual({ kind: 'options', section: 'puter' });
    expect(of('CONTENT_REFUSED', false).actions).toEqual([{ kind: 'change' }]);
  });
});
