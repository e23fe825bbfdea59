import { describe, expect, test } from 'vitest';
import { factsInBody } from '../../../../src/providers/meaning/body-facts.ts';
import { meaningOf } from '../../../../src/providers/meaning/meaning.ts';
import { waitOf } from '../../../../src/providers/meaning/wait.ts';

const meaning = (status: number, body: unknown) => meaningOf(status, factsInBody(body));

describe('who has to pay', () => {
  test.each([
    [
      403,
      {
        detail: 'User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.',
      },
    ],
    [402, { error: 'Pay-as-you go is not enabled for provider fal-ai yet.' }],
    [402, {}],
    [403, { error: { code: 'insufficient_balance', message: 'No.' } }],
    [
      429,
      {
        error: {
          code: 'insufficient_quota',
          message: 'You exceeded your current quota, please check your plan and billing details.',
        },
      },
    ],
    [422, { title: 'Insufficient credit', detail: 'You have insufficient credit to run this model.' }],
    [500, { message: 'Your account balance is too low' }],
    [200, { data: { status: 'failed', error: 'Insufficient credits. Please top up.' } }],
    [403, { message: 'You have run out of credits' }],
    [429, { error: { message: 'You have no credits left.' } }],
    [403, { detail: [{ msg: 'Your free trial has expired' }] }],
    [429, { code: 1113, msg: '您的账户已欠费，请充值后重试' }],
    [403, { error_msg: '余额不足' }],
    [429, { message: 'Monthly spend limit reached' }],
  ])('%i %j: another service may mend it', (status, body) => {
    expect(meaning(status, body)).toMatchObject({ code: 'PAYMENT_REQUIRED', shouldFallback: true });
  });

  test.each([400, 401])('a bill under %i stops, as the seed says', (status) => {
    const body = { error: 'Exhausted balance. Top up your balance.' };
    expect(meaning(status, body)).toEqual({ code: 'PAYMENT_REQUIRED', shouldFallback: false });
  });

  test.each([
    [403, { error: 'Forbidden' }, 'FORBIDDEN'],
    [429, { error: 'Too many requests' }, 'RATE_LIMIT'],
    [400, { error: 'The white balance must be a number' }, 'VALIDATION_ERROR'],
    [500, { error: 'Load balancer failed' }, 'SERVER_ERROR'],
  ])('%i %j is no bill', (status, body, code) => {
    expect(meaning(status, body).code).toBe(code);
  });
});

describe('a 400 that is not about the input', () => {
  test.each([
    [
      { error: { code: 'model_not_available', message: 'Unable to access non-serverless model x/y.' } },
      'model-unavailable',
      'gone',
    ],
    [{ error: { message: 'Unable to access non-serverless model x/y.' } }, 'model-unavailable', 'gone'],
    [{ error: { code: 'model_not_found', message: 'No.' } }, 'model-unavailable', 'gone'],
    [{ error: 'Bad request', upstreamStatus: 404 }, 'model-unavailable', 'gone'],
    [{ error: { upstreamStatus: 410, message: 'gone' } }, 'model-unavailable', 'gone'],
    [{ error: 'Model not supported by provider nscale' }, 'model-unavailable', 'gone'],
    [{ error: 'Bad Request: Invalid state' }, 'endpoint-paused', 'moment'],
    ['400 Bad Request: Invalid state', 'endpoint-paused', 'moment'],
    [{ error: 'The endpoint is paused, ask a maintainer to restart it' }, 'endpoint-paused', 'moment'],
    [{ error: 'This Space is sleeping' }, 'endpoint-paused', 'moment'],
    [{ error: { code: 'DEPLOYMENT_PAUSED' } }, 'endpoint-paused', 'moment'],
    [{ error: "The model x/y isn't supported on this plan" }, 'model-unavailable', 'gone'],
    [{ error: 'CUDA out of memory. Tried to allocate 2 GiB' }, 'service-trouble', 'moment'],
    [{ error: 'Bad request', upstreamStatus: 503 }, 'service-trouble', 'moment'],
  ])('%j', (body, reason, elsewhere) => {
    expect(meaning(400, body)).toEqual({
      code: 'VALIDATION_ERROR',
      shouldFallback: false,
      reason,
      elsewhere,
    });
  });

  test.each([
    { error: 'width must be divisible by 8' },
    { error: 'Bad request', upstreamStatus: 422 },
    { error: 'Model not found', upstreamStatus: 400 },
    { error: 'The scheduler does not exist' },
    { detail: [{ msg: 'prompt is too long', type: 'value_error' }] },
  ])('%j is about the input', (body) => {
    expect(meaning(400, body)).toEqual({ code: 'VALIDATION_ERROR', shouldFallback: false });
  });
});

describe('waits in the body', () => {
  const wait = (body: unknown, headers: Record<string, string> = {}) =>
    waitOf(new Headers(headers), 0, factsInBody(body));

  test.each([
    [{ detail: 'Request was throttled.', retry_after: 10 }, 10],
    [{ error: { message: 'Slow down', retryAfter: '7' } }, 7],
    [{ error: { retry_after_ms: 1500 } }, 2],
    [{ error: { details: [{ retryDelay: '30s' }] } }, 30],
    [{ error: 'Model x is currently loading', estimated_time: 20.4 }, 21],
    [{ detail: 'Request was throttled. Expected available in 12 seconds.' }, 12],
    [{ error: { message: 'Rate limit reached. Please try again in 1.2s.' } }, 2],
    [{ error: { message: 'Please try again in 500ms.' } }, 1],
    [{ message: 'Please retry after 2 minutes' }, 120],
    [{ retryAfter: '500ms' }, 1],
    [{ retry_after: '1m30s' }, 90],
    [{ error: { retryAfter: '2 minutes' } }, 120],
    [{ error: { retry_after: 'PT45S' } }, 45],
    [{ 'retry-after': '12' }, 12],
    [{ RetryAfterSeconds: 8 }, 8],
    [{ error: { 'Retry-After-Ms': '2500' } }, 3],
    [{ retry_after: '1970-01-01T00:00:30Z' }, 30],
    [{ retry_at: 'Thu, 01 Jan 1970 00:00:20 GMT' }, 20],
    [{ detail: [{ msg: 'slow', ctx: {}, retry_after: 6 }] }, 6],
    [{ reset_in: 9 }, 9],
    [{ retry_after: '1h later' }, undefined],
    [{ retry_after: true }, undefined],
    [{ retry_after: -1 }, undefined],
    [{ retry_after: 'soon' }, undefined],
    [{ retry_after: 1e12 }, undefined],
    [{ error: 'Too many requests' }, undefined],
  ])('%j: %s s', (body, seconds) => expect(wait(body)).toBe(seconds));

  test('a moment counts from now, in any spelling of it', () => {
    const until = (retry_after: unknown) =>
      waitOf(new Headers(), 1_700_000_000_000, factsInBody({ retry_after }));
    expect(until(1_700_000_040)).toBe(40);
    expect(until(1_700_000_040_000)).toBe(40);
    expect(until('2023-11-14T22:13:45Z')).toBe(25);
    expect(until(1_600_000_000)).toBeUndefined();
  });

  test('the longest of all that speak', () => {
    expect(wait({ retry_after: 10 }, { 'retry-after': '3' })).toBe(10);
    expect(wait({ retry_after: 3 }, { 'retry-after': '10' })).toBe(10);
  });
});
