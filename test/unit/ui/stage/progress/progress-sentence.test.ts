import { describe, expect, test } from 'vitest';
import messages from '../../../../../public/_locales/en/messages.json' with { type: 'json' };
import { type ErrorCode, userMessage } from '../../../../../src/generation/index.ts';
import { progressSentence } from '../../../../../src/ui/stage/progress/progress-sentence.ts';
import { aFailedAttempt, aJob } from '../../popup/job.ts';

const asking = (provider: 'huggingface' | 'puter') => ({ provider, startedAt: 3_300, routes: [] });
const words = (key: string | undefined) =>
  (messages as Record<string, { message: string }>)[key ?? '']?.message;

describe('the progress sentence', () => {
  test('says that a job waits, then that it begins', () => {
    expect(progressSentence(aJob({ status: 'queued' }))).toEqual({ key: 'progress_queued' });
    expect(progressSentence(aJob())).toEqual({ key: 'progress_preparing' });
  });

  test('names the service that is asked first', () => {
    expect(progressSentence(aJob({ attempts: [asking('huggingface')] }))?.key).toBe(
      'progress_asking_huggingface',
    );
    expect(progressSentence(aJob({ attempts: [asking('puter')] }))?.key).toBe('progress_asking_puter');
  });

  test('says nothing of a backup before the backup is asked', () => {
    const failed = aFailedAttempt('huggingface', 'SERVICE_UNAVAILABLE');
    expect(progressSentence(aJob({ attempts: [failed] }))?.key).toBe('progress_asking_huggingface');
  });

  test.each(['RATE_LIMIT', 'SERVER_ERROR', 'SERVICE_UNAVAILABLE', 'TIMEOUT'] as ErrorCode[])(
    'after %s it has the words of seed 004',
    (code) => {
      const sentence = progressSentence(
        aJob({ attempts: [aFailedAttempt('huggingface', code), asking('puter')] }),
      );
      expect(words(sentence?.key)).toBe(userMessage(code));
    },
  );

  test.each(['PAYMENT_REQUIRED', 'MODEL_UNAVAILABLE', 'NETWORK_ERROR', 'NOT_CONNECTED'] as ErrorCode[])(
    'after %s it has words of its own',
    (code) => {
      const sentence = progressSentence(
        aJob({ attempts: [aFailedAttempt('huggingface', code), asking('puter')] }),
      );
      expect(sentence?.key).toBe(`progress_backup_${code}`);
      expect(words(sentence?.key)).toMatch(/^Primary service .+, trying backup…$/);
    },
  );

  test('an unknown failure has a general sentence', () => {
    const attempts = [aFailedAttempt('puter', 'UNKNOWN'), asking('huggingface')];
    expect(words(progressSentence(aJob({ attempts }))?.key)).toBe('Primary service failed, trying backup…');
  });

  test('a picture that has come is being kept', () => {
    const attempts = [{ ...asking('puter'), endedAt: 4_000, outcome: 'succeeded' as const }];
    expect(progressSentence(aJob({ attempts }))?.key).toBe('progress_storing');
  });

  test('cancelled is said, a failure is not', () => {
    expect(progressSentence(aJob({ status: 'cancelled' }))?.key).toBe('progress_cancelled');
    expect(progressSentence(aJob({ status: 'failed' }))).toBeUndefined();
    expect(progressSentence(aJob({ status: 'interrupted' }))).toBeUndefined();
  });
});
